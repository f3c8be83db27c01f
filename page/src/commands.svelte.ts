// What the reader changes: on which ground, and how it is taken back.
import {untrack} from 'svelte';
import {ask, Problem} from './api';
import {RevertCommandDocument, type SourceInput} from './operations';
import {say} from './words.svelte';

type Kept = {account: string; title: string; id: string; locator: string};

// The ground that the reader's commands rest on: it is asked once in a sitting, and recorded with the first of them. It is kept together with whose it is, as another page of this
// tab may take over the sitting for somebody else at any moment.
class Ground {
  #kept = $state.raw<Kept>({account: '', title: '', id: '', locator: '', ...JSON.parse(sessionStorage.getItem('ground') ?? '{}') as Partial<Kept>});

  get title() {
    return this.#kept.title;
  }

  set title(title: string) {
    this.#keep({title, id: ''});
  }

  // belongsTo takes it over for an account. What somebody else left is forgotten.
  belongsTo(account: string) {
    if (this.#kept.account && this.#kept.account !== account) this.leave();
    this.#keep({account});
  }

  // at says where in the ground the next commands find what they tell. What was recorded of another place in it is another source.
  at(locator: string) {
    if (locator !== untrack(() => this.#kept.locator)) this.#keep({locator, id: ''});
  }

  get given() {
    return this.title.trim() !== '';
  }

  // source gives the input that names it.
  source(): SourceInput {
    const {id, title, locator} = this.#kept;
    return id ? {id} : {document: {title: title.trim(), locator: locator || null}};
  }

  rests(outcome: Outcome) {
    this.#keep({id: outcome?.changes[0]?.source?.id ?? this.#kept.id});
  }

  // forget lets the next command record it anew, as what was taken back may have brought it.
  forget() {
    this.#keep({id: ''});
  }

  // leave takes it away, as the sitting is over.
  leave() {
    this.#keep({title: '', id: '', locator: ''});
  }

  #keep(now: Partial<Kept>) {
    this.#kept = {...untrack(() => this.#kept), ...now};
    sessionStorage.setItem('ground', JSON.stringify(this.#kept));
  }
}

export const ground = new Ground();

// Seen is a record in the version in which the reader saw it.
export type Seen = {id: string; version: number};

type Outcome = {command: string | null; proposal?: {id: string} | null; changes: readonly {source: {id: string} | null}[]} | null;

// What was done last, and how often something was: rooms ask anew when that changes.
class Done {
  text = $state('');
  problem = $state.raw<Error>();
  times = $state(0);
  // What somebody else has changed meanwhile, and how the reader's own change is done all the same.
  conflict = $state.raw<{seen: readonly Seen[]; again: (now: readonly Seen[]) => Promise<void>}>();
  #commands = $state.raw<readonly string[]>([]);
  // Whether what was done can be taken back: what is told of persons, and what was sent, cannot.
  undoable = $derived(this.#commands.length > 0);

  // carryOut does something on the reader's ground. The steps are taken back together, the last one first. Each may have a text of its own: that of the last
  // one that was done is told.
  async carryOut(texts: string | readonly string[], ...steps: (() => Promise<Outcome>)[]) {
    this.problem = undefined;
    const commands: string[] = [];
    let finished = 0, text = '';
    try {
      for (const step of steps) {
        const outcome = await step();
        text = typeof texts === 'string' ? texts : texts[finished]!;
        finished++;
        ground.rests(outcome);
        if (outcome?.command) commands.unshift(outcome.command);
        if (outcome?.proposal) text = say('proposals.made'); // the reader keeps one side only
      }
    } finally {
      if (finished) {
        this.#commands = commands;
        this.text = text;
        this.times++;
      }
    }
  }

  // tell carries something out, and says what is wrong with it in the page's own place for that.
  async tell(text: string, ...steps: (() => Promise<Outcome>)[]) {
    await this.carryOut(text, ...steps).catch((reason: Error) => {
      this.text = '';
      this.problem = reason;
    });
  }

  // change changes records as the reader saw them. Where one of them has changed since, it leaves them, and asks.
  async change(text: string, seen: readonly Seen[], step: (...versions: number[]) => Promise<Outcome>) {
    this.conflict = undefined;
    await this.carryOut(text, () => step(...seen.map(({version}) => version))).catch((reason: Error) => {
      this.text = '';
      if (!(reason instanceof Problem && reason.wrongs[0]?.field.startsWith('expected'))) throw reason;
      this.conflict = {seen, again: now => this.edit(text, now, step)};
    });
  }

  // edit does the same, and says what is wrong with it in the page's own place for that.
  async edit(text: string, seen: readonly Seen[], step: (...versions: number[]) => Promise<Outcome>) {
    await this.change(text, seen, step).catch((reason: Error) => (this.problem = reason));
  }

  // leave gives up a change that somebody else's came before. Rooms show what there is now.
  leave() {
    this.conflict = undefined;
    this.times++;
  }

  async undo(commands = this.#commands) {
    try {
      for (const command of commands) await ask(RevertCommandDocument, {command, source: {document: {title: say('undo.ground')}}});
      this.text = '';
    } catch (reason) {
      this.text = '';
      this.problem = reason as Error;
    }
    ground.forget();
    this.times++;
  }

  dismiss() {
    this.text = '';
    this.problem = undefined;
  }
}

export const done = new Done();
