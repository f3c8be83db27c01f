// How many organisations, needs and offers there are in each county and each municipality.
import type {SeatsQuery} from '../operations';
import places from './places.json';
import {tiles} from './tiles';

export type Count = {organisations: number; needs: number; offers: number};
export type Municipality = Count & {key: string; name: string; county: string; x: number; y: number};
export type County = Count & {code: string; name: string; country: string; column: number; row: number; elsewhere: Count};

export const outlines: Record<string, string> = places.outlines;
const listed = Object.entries(places.municipalities).flatMap(([county, all]) => (all as [string, number, number][]).map(([name, x, y]) => ({key: `${county} ${name}`, name, county, x, y})));

const none = (): Count => ({organisations: 0, needs: 0, offers: 0});
const isAny = ({organisations, needs, offers}: Count) => organisations + needs + offers > 0;
export const some = <T extends Count>(counts: readonly T[]) => counts.filter(isAny).sort((a, b) => b.organisations - a.organisations || b.needs - a.needs || b.offers - a.offers);

function add(to: Count, more: Count) {
  to.organisations += more.organisations;
  to.needs += more.needs;
  to.offers += more.offers;
}

// spellings gives those of a municipality's name: each of its languages, "kommun" or "kommune" passed over, and the genitive before that.
function spellings(text: string): string[] {
  const names = [text, ...text.split(' / ')].map(name => name.trim().toLowerCase());
  return names.flatMap(name => {
    const bare = name.replace(/ kommune?$/, '');
    return [name, bare, bare.replace(/s$/, '')];
  });
}

const named = Map.groupBy(listed.flatMap(municipality => [municipality.name, ...municipality.name.split(' / ')].map(name => ({name: name.toLowerCase(), municipality}))), ({name}) => name);

// municipalityOf gives the one that a seat names, as far as its name, county and country tell; undefined when it is not known, or several go by that name.
function municipalityOf(name: string, county: string | undefined, country: string | null) {
  for (const spelling of spellings(name)) {
    const all = new Set((named.get(spelling) ?? []).map(({municipality}) => municipality));
    const found = [...all].filter(one => (county ? one.county === county : one.county.startsWith(country ?? '')));
    if (found.length) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}

// counted gives every county and municipality with its figures; and those of no known county. What is in a county, but in no known municipality, is its elsewhere.
export function counted({seats}: SeatsQuery): {counties: County[]; municipalities: Municipality[]; nowhere: Count} {
  const counties = new Map(tiles.map(([code, name, column, row]): [string, County] => [code, {code, name, column, row, country: code.slice(0, 2), ...none(), elsewhere: none()}]));
  const municipalities = new Map(listed.map((one): [string, Municipality] => [one.key, {...one, ...none()}]));
  const nowhere = none();
  for (const seat of seats ?? []) {
    const told = seat.area?.code ?? undefined;
    const at = seat.municipality ? municipalityOf(seat.municipality, told && counties.has(told) ? told : undefined, seat.country) : undefined;
    const county = counties.get(at?.county ?? told ?? '');
    if (!county) {
      add(nowhere, seat);
      continue;
    }
    add(county, seat);
    add(at ? municipalities.get(at.key)! : county.elsewhere, seat);
  }
  return {counties: [...counties.values()], municipalities: [...municipalities.values()], nowhere};
}
