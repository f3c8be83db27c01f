// What changes tell of fields, in the reader's words.
import {fields} from './fields';
import {place} from './place.svelte';
import {day, moment, money, percent, value} from './words.svelte';

// namesRecords says whether a field holds other records, which a change tells by their ids, parties after their places.
export const namesRecords = (text: string) => /^(\d+, )?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/.test(text);

const forms: Record<string, (text: string) => string> = {
  CountryCode: text => new Intl.DisplayNames(place.language, {type: 'region'}).of(text) ?? text,
  Date: day,
  DateTime: moment,
  Decimal: text => percent(Number(text)), // the one there is is a part of the costs
  Money: text => money({amount: text.split(' ')[0]!, currency: text.split(' ')[1]!}),
};

// changedTo gives what a field of a record of some type holds.
export function changedTo(type: string, field: string, text: string): string {
  const of = fields[type]?.[field];
  return of ? forms[of]?.(text) ?? (value(of, text) || text) : text;
}
