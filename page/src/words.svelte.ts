// What the page says, in the reader's language: its own words from words.json, those of the registry by its vocabulary.
import {ask} from './api';
import type {Language} from './languages';
import {WordsDocument, type WordsQuery} from './operations';
import {place} from './place.svelte';
import type table from './words.json';

export type Key = keyof typeof table;
type Table = Readonly<Record<Key, string>>;
type Plural<K> = K extends `${infer Name}.other` ? Name : never;

const load: Record<Language, () => Promise<{default: Table}>> = {
  sv: () => import('words:sv'), nb: () => import('words:nb'), en: () => import('words:en'),
};

class Spoken {
  // The page's words in the language that was loaded last.
  table = $state.raw({} as Table);

  // speak loads the page's words in a language. Until they are there, those of the one before are shown.
  async speak(language: Language) {
    const {default: table} = await load[language]();
    if (language === place.language) this.table = table;
  }
}

export const spoken = new Spoken();

// say gives the words of a key, with its {placeholders} filled.
export function say(key: Key, values: Record<string, string | number> = {}): string {
  return spoken.table[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

// count gives the words of a number of things: those of key.one or key.other.
export function count(key: Plural<Key>, n: number): string {
  const form = new Intl.PluralRules(place.language).select(n) === 'one' ? 'one' : 'other';
  return say(`${key}.${form}` as Key, {n: number(n)});
}

const asked = new Map<Language, Promise<WordsQuery>>();

class Vocabulary {
  #known = $state.raw<Partial<Record<Language, Map<string, string>>>>({});

  // load asks for the registry's words once in each language.
  async load(language: Language) {
    if (!asked.has(language)) asked.set(language, ask(WordsDocument, {language: language.toUpperCase() as Uppercase<Language>}));
    const {vocabulary, labels, typeLabels} = await asked.get(language)!;
    const known = new Map<string, string>();
    for (const {name, values} of vocabulary ?? []) for (const value of values) known.set(`${name}.${value.name}`, value.label);
    for (const {name, label} of labels ?? []) known.set(`field ${name}`, label);
    for (const {name, label} of typeLabels ?? []) known.set(`type ${name}`, label);
    this.#known = {...this.#known, [language]: known};
  }

  // values gives the names of an enumeration's values, in the order of the schema.
  values(enumeration: string): string[] {
    const names = [...(this.#known[place.language]?.keys() ?? [])];
    return names.filter(name => name.startsWith(enumeration + '.')).map(name => name.slice(enumeration.length + 1));
  }

  of(name: string): string {
    return this.#known[place.language]?.get(name) ?? '';
  }
}

export const vocabulary = new Vocabulary();

// value gives what people call a value of an enumeration, field and type what they call those.
export const value = (enumeration: string, name: string | null | undefined) => (name ? vocabulary.of(`${enumeration}.${name}`) : '');
export const field = (name: string) => vocabulary.of(`field ${name}`);
export const type = (name: string) => vocabulary.of(`type ${name}`);

export const number = (n: number) => n.toLocaleString(place.language);
export const percent = (n: number) => n.toLocaleString(place.language, {style: 'percent'});
export const day = (text: string | null | undefined) =>
  text ? new Date(text.length === 10 ? text + 'T12:00' : text).toLocaleDateString(place.language, {dateStyle: 'medium'}) : '';
export const money = (m: {amount: string; currency: string}) =>
  Number(m.amount).toLocaleString(place.language, {style: 'currency', currency: m.currency, minimumFractionDigits: Number(m.amount) % 1 ? 2 : 0});
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
export const or = (texts: readonly string[]) => new Intl.ListFormat(place.language, {type: 'disjunction'}).format(texts);
export const moment = (text: string) => new Date(text).toLocaleString(place.language, {dateStyle: 'medium', timeStyle: 'short'});
// did says what somebody did by a command, in words that go on after their name. What has no words is told by the name it has.
export const did = (action: string) => (`action.${action}` in spoken.table ? say(`action.${action}` as Key) : action);
// proposed says what somebody proposes by a mutation.
export const proposed = (command: string) => (`proposed.${command}` in spoken.table ? say(`proposed.${command}` as Key) : command);
