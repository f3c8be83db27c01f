// The network that is drawn: organisations, and what is or could be between them.
import type {PictureQuery} from '../operations';

type Measured = NonNullable<PictureQuery['networkMetrics']>;
type Organisation = Measured['tied'][number]['organisation'];
export type MissingTie = Measured['missingTies'][number];

// A node is an organisation, or several that are folded into one.
export type Node = {
  id: string;
  name: string;
  country: string | null;
  sector: string | null;
  county: {code: string | null; name: string} | null;
  networks: readonly string[]; // it is a member of, by their acronyms
  community: number | null;
  betweenness: number | null;
  degree: number;
  across: number;
  folded: number; // how many it stands for, 0 for one by itself
};

// What a tie is: there now; there now and not on the earlier day; there only on the earlier day; not there, though need and offer would fit;
// not there, and supposed by the reader.
export type Kind = 'tie' | 'new' | 'ended' | 'missing' | 'supposed';
export type Tie = {a: number; b: number; kind: Kind; across: boolean; weight: number; missing?: MissingTie};
export type Graph = {nodes: Node[]; ties: Tie[]};
export type Pair = {a: string; b: string};

export const isAcross = (a: Node, b: Node) => a.country != null && b.country != null && a.country !== b.country;

const nodeOf = (organisation: Organisation, rest: Partial<Node> = {}): Node => ({
  id: organisation.id, name: organisation.legalName, country: organisation.country, sector: organisation.sectorType, county: organisation.location?.nuts ?? null,
  networks: [], community: null, betweenness: null, degree: 0, across: 0, folded: 0, ...rest,
});

// Building adds nodes and ties, each once.
class Building {
  nodes: Node[] = [];
  ties: Tie[] = [];
  #index = new Map<string, number>();
  #pairs = new Map<string, Tie>();

  node(node: Node): number {
    if (!this.#index.has(node.id)) this.#index.set(node.id, this.nodes.push(node) - 1);
    return this.#index.get(node.id)!;
  }

  // tie adds one between two nodes, unless there is one that says so already.
  tie(a: number, b: number, kind: Kind, more: Partial<Tie> = {}): Tie {
    const pair = a < b ? `${a} ${b}` : `${b} ${a}`;
    const held = this.#pairs.get(pair);
    if (held) return held;
    const tie: Tie = {a, b, kind, across: isAcross(this.nodes[a]!, this.nodes[b]!), weight: 1, ...more};
    this.#pairs.set(pair, tie);
    this.ties.push(tie);
    return tie;
  }

  at(id: string): number {
    return this.#index.get(id)!;
  }
}

type Tied = readonly {readonly organisation: Organisation; readonly tiedTo: readonly string[]}[];
const pairsOf = (tied: Tied) => new Set(tied.flatMap(({organisation, tiedTo}) => tiedTo.flatMap(id => [`${organisation.id} ${id}`, `${id} ${organisation.id}`])));

// graphOf gives who is tied to whom, with the ties of the earlier day that are over, and with the missing ones.
export function graphOf(now: Measured, earlier: Tied | undefined, networks: ReadonlyMap<string, readonly string[]>): Graph {
  const building = new Building();
  for (const {organisation, community, betweenness} of now.tied)
    building.node(nodeOf(organisation, {community, betweenness, networks: networks.get(organisation.id) ?? []}));
  const before = earlier && pairsOf(earlier);
  for (const {organisation, tiedTo} of now.tied)
    for (const id of tiedTo) building.tie(building.at(organisation.id), building.at(id), before && !before.has(`${organisation.id} ${id}`) ? 'new' : 'tie');
  for (const {organisation} of earlier ?? []) building.node(nodeOf(organisation));
  for (const {organisation, tiedTo} of earlier ?? [])
    for (const id of tiedTo) building.tie(building.at(organisation.id), building.at(id), 'ended');
  for (const missing of now.missingTies)
    building.tie(building.node(nodeOf(missing.needing)), building.node(nodeOf(missing.offering)), 'missing', {missing});
  return counted(building);
}

// counted says of each node how many ties it has that are there.
function counted({nodes, ties}: Graph): Graph {
  for (const {a, b, kind, across} of ties) {
    if (kind !== 'tie' && kind !== 'new') continue;
    for (const node of [nodes[a]!, nodes[b]!]) {
      node.degree++;
      if (across) node.across++;
    }
  }
  return {nodes, ties};
}

// networkOf gives the network of whoever is a member of one only.
export const networkOf = ({networks}: Node) => (networks.length === 1 ? networks[0]! : null);

export type FoldBy = '' | 'network' | 'county';

// folded has one node for all of a network, or of a county, on one side of the border. Those of the opened ones, and those that are in none,
// stay by themselves. A tie between two folded ones stands for all between those.
export function folded(graph: Graph, by: FoldBy, opened: ReadonlySet<string>): Graph {
  if (!by) return graph;
  const building = new Building();
  const foldOf = (node: Node) => {
    const name = by === 'network' ? networkOf(node) : node.county?.name;
    const id = `${name} ${node.country}`;
    return name && !opened.has(id) ? {id, name} : undefined;
  };
  const places = graph.nodes.map(node => {
    const fold = foldOf(node);
    if (!fold) return building.node({...node, degree: 0, across: 0});
    const at = building.node({...node, ...fold, networks: by === 'network' ? node.networks : [], sector: null, community: null, betweenness: null, degree: 0, across: 0, folded: 0});
    building.nodes[at]!.folded++;
    return at;
  });
  for (const tie of graph.ties) {
    const [a, b] = [places[tie.a]!, places[tie.b]!];
    if (a === b) continue;
    const before = building.ties.length;
    const held = building.tie(a, b, tie.kind, {missing: tie.missing});
    if (building.ties.length === before && held.kind === tie.kind) held.weight++;
  }
  return counted(building);
}

// supposing adds the ties that the reader supposes.
export function supposing({nodes, ties}: Graph, pairs: readonly Pair[]): Graph {
  const index = new Map(nodes.map(({id}, i) => [id, i]));
  const supposed = pairs.flatMap(({a, b}): Tie[] => {
    const [from, to] = [index.get(a), index.get(b)];
    return from == null || to == null ? [] : [{a: from, b: to, kind: 'supposed', across: isAcross(nodes[from]!, nodes[to]!), weight: 1}];
  });
  return {nodes, ties: [...ties, ...supposed]};
}
