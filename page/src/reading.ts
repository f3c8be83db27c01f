// What the reader of a draft writes beside it, and the corrections that this makes.
import type {DecisionDraftQuery, DraftCorrectionInput} from './operations';

type Draft = NonNullable<DecisionDraftQuery['readDecision']>;
export type Fact = Draft['facts'][number];
export type Absent = Draft['absent'][number];

// Marked is where on which pages words stand.
export type Marked = Pick<Fact['receipt'], 'page' | 'from' | 'to' | 'untilPage'>;

// Reading is what the reader writes: values of facts by their ids and fields, which facts they leave out, and values of what the draft lacks by its kind.
export type Reading = {facts: Record<string, Record<string, string>>; left: Record<string, boolean>; absent: Record<string, Record<string, string>>};

export const reading = (facts: readonly Fact[], absent: readonly Absent[]): Reading => ({
  facts: Object.fromEntries(facts.map(({id, values}) => [id, Object.fromEntries(values.map(({field, value}) => [field, value]))])),
  left: Object.fromEntries(facts.map(({id}) => [id, false])),
  absent: Object.fromEntries(absent.map(({kind, fields}) => [kind, Object.fromEntries(fields.map(({field}) => [field, '']))])),
});

// corrections gives what of it is otherwise than in the draft.
export function corrections(facts: readonly Fact[], given: Reading): DraftCorrectionInput[] {
  const all: DraftCorrectionInput[] = [];
  for (const {id, values} of facts) {
    const changed = values.filter(({field, value}) => given.facts[id]![field] !== value).map(({field}) => ({field, value: given.facts[id]![field]!}));
    if (given.left[id]) all.push({fact: id, leaveOut: true});
    else if (changed.length) all.push({fact: id, values: changed, leaveOut: false});
  }
  for (const [kind, fields] of Object.entries(given.absent)) {
    const values = Object.entries(fields).filter(([, value]) => value.trim()).map(([field, value]) => ({field, value}));
    if (values.length) all.push({kind, values, leaveOut: false});
  }
  return all;
}

// placeOf gives where in the input a correction of a fact or of a kind stands.
export function placeOf(facts: readonly Fact[], given: Reading, name: string): string {
  const at = corrections(facts, given).findIndex(({fact, kind}) => (fact ?? kind) === name);
  return at < 0 ? `draft.${name}` : `corrections[${at}].values`;
}
