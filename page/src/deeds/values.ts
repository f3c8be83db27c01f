// How what is held becomes what stands on a sheet, and what is written there becomes an input.
import type {Ask, Deed} from './deeds';

// Written is what stands in the fields of a sheet: amounts with their currency, organisations with the words they are looked for by.
export type Written = Record<string, string>;

// heldBy gives what a record holds, as it stands on a sheet.
export function heldBy(asks: readonly Ask[], record: Record<string, unknown> = {}): Written {
  return Object.fromEntries(asks.flatMap(({name, as}) => {
    const value = record[name] as string | {code?: string; amount?: string; currency?: string} | null | undefined;
    if (value == null) return as === 'money' ? [[name, ''], [`${name} currency`, 'SEK']] : [[name, '']];
    if (typeof value === 'string') return [[name, value]];
    return as === 'money' ? [[name, value.amount ?? ''], [`${name} currency`, value.currency ?? '']] : [[name, value.code ?? '']];
  }));
}

// inputOf gives what is written otherwise than it is held. A field that is emptied is no longer known.
export function inputOf({asks, corrects}: Deed, written: Written, held: Written): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const ask of asks) {
    const texts = [ask.name, `${ask.name} currency`].map(name => (written[name] ?? held[name] ?? '').trim());
    const same = [ask.name, `${ask.name} currency`].every((name, i) => texts[i] === (held[name] ?? ''));
    if (corrects ? !same : texts[0]) input[ask.name] = texts[0] ? valueOf(ask, texts[0]!, texts[1]!) : null;
  }
  return gathered(input);
}

// gathered gives what is written in the fields of several parties as the list of them.
function gathered({'parties[0]': a, 'parties[1]': b, ...input}: Record<string, unknown>): Record<string, unknown> {
  return a || b ? {...input, parties: [a, b].filter(Boolean).map(party => ({party}))} : input;
}

function valueOf({name, as}: Ask, text: string, currency: string): unknown {
  if (as === 'money') return {amount: text.replace(/[\s\u00a0]/g, '').replace(',', '.'), currency: currency.toUpperCase()};
  if (as === 'theme') return {code: text};
  return name === 'audience' ? {class: text} : text;
}
