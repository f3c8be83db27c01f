// How nodes look: their size by a measure, their colour by what they belong to.
import {say, value} from '../words.svelte';
import {networkOf, type Graph, type Node} from './graph';

export type SizeBy = 'degree' | 'betweenness';
export type ColourBy = 'side' | 'network' | 'community' | 'sector';

// radii gives each node's: its area goes by the measure.
export function radii({nodes}: Graph, by: SizeBy): number[] {
  const measure = (node: Node) => (by === 'degree' ? node.degree : node.betweenness ?? 0);
  const most = nodes.reduce((all, node) => Math.max(all, measure(node)), 0) || 1;
  return nodes.map(node => (node.folded ? 4 + 1.6 * Math.sqrt(node.folded) : 3 + 8 * Math.sqrt(measure(node) / most)));
}

// So many groups have a colour of their own; whoever is in another, or in none, is grey.
export const hues = 8;

const isOfSeveral = ({networks}: Node) => networks.length > 1;
export type Group = {key: string; name: string; nodes: number; fill: string};

// Whoever is a member of several networks has stripes instead of one network's colour.
export const striped = 'striped';

const keyOf = (node: Node, by: ColourBy) => (by === 'network' ? networkOf(node) : by === 'community' ? node.community?.toString() : by === 'sector' ? node.sector : null);

// groups gives those that have a colour, the largest first. A community has no name, so it is called after whoever has most ties in it.
export function groups({nodes}: Graph, by: ColourBy): Group[] {
  if (by === 'side') return [];
  const members = Map.groupBy(nodes.filter(node => keyOf(node, by)), node => keyOf(node, by)!);
  const name = (key: string, of: Node[]) =>
    by === 'sector' ? value('SectorType', key)
    : by === 'community' ? say('picture.around', {name: of.reduce((most, node) => (node.degree > most.degree ? node : most)).name})
    : key;
  const several = by === 'network' ? nodes.filter(isOfSeveral).length : 0;
  return [
    ...[...members].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1)).slice(0, hues)
      .map(([key, of], hue) => ({key, name: name(key, of), nodes: of.length, fill: `hue-${hue}`})),
    ...(several ? [{key: striped, name: say('picture.several'), nodes: several, fill: striped}] : []),
  ];
}

// fills gives each node's colour by its name in the style sheet.
export function fills({nodes}: Graph, by: ColourBy, known: readonly Group[]): string[] {
  if (by === 'side') return nodes.map(({country}) => (country === 'NO' ? 'no' : country === 'SE' ? 'se' : 'faint'));
  const fill = new Map(known.map(group => [group.key, group.fill]));
  return nodes.map(node => fill.get(by === 'network' && isOfSeveral(node) ? striped : keyOf(node, by) ?? '') ?? 'faint');
}
