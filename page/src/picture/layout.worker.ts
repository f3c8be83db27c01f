// Places organisations so that those who are tied are near each other, Norway left of the border and Sweden right of it. The same ties give the
// same places, and those that have not changed lie about where they lay before.
import {forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum} from 'd3-force';

export type Asked = {nodes: {id: string; country: string | null; room: number}[]; ties: [number, number][]};
type Node = SimulationNodeDatum & {side: number; room: number};

const margin = 18; // between the border and whoever is nearest to it
const most = 3000; // more nodes than these are placed less carefully

// chance gives a number from 0 to 1 for a text, always the same one.
function chance(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

onmessage = ({data}: MessageEvent<Asked>) => {
  const width = 12 * Math.sqrt(data.nodes.length) + 60;
  const nodes = data.nodes.map(({id, country, room}): Node => {
    const side = country === 'NO' ? -1 : country === 'SE' ? 1 : 0;
    const [far, turn] = [width * Math.sqrt(chance(id)), 2 * Math.PI * chance(id + ' turn')];
    return {side, room, x: side * width + far * Math.cos(turn), y: far * Math.sin(turn)};
  });
  const simulation = forceSimulation(nodes)
    .force('tie', forceLink(data.ties.map(([source, target]) => ({source, target}))).distance((_, i) => 14 + nodes[data.ties[i]![0]]!.room + nodes[data.ties[i]![1]]!.room))
    .force('apart', forceManyBody().strength(-28).distanceMax(160).theta(nodes.length > most ? 1.3 : 0.9))
    .force('room', forceCollide<Node>(({room}) => room))
    .force('side', forceX<Node>(({side}) => side * width).strength(0.06))
    .force('middle', forceY(0).strength(0.06))
    .stop();
  const steps = nodes.length > most ? 50 : 140;
  simulation.alphaDecay(1 - 0.001 ** (1 / steps));
  for (let step = 0; step < steps; step++) {
    simulation.tick();
    for (const node of nodes) if (node.side) node.x = node.side * Math.max(margin, node.side * node.x!);
  }
  postMessage(Float32Array.from(nodes.flatMap(({x, y}) => [x!, y!])));
};
