// Places organisations so that those who are tied are near each other, Norway left of the border and Sweden right of it. The same ties give the
// same places.
import {forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum} from 'd3-force';

export type Asked = {sides: (string | null)[]; ties: [number, number][]};
type Node = SimulationNodeDatum & {side: number};

const margin = 18; // between the border and whoever is nearest to it

onmessage = ({data}: MessageEvent<Asked>) => {
  const nodes: Node[] = data.sides.map(side => ({side: side === 'NO' ? -1 : side === 'SE' ? 1 : 0}));
  const width = 12 * Math.sqrt(nodes.length) + 80;
  const simulation = forceSimulation(nodes)
    .force('tie', forceLink(data.ties.map(([source, target]) => ({source, target}))).distance(26))
    .force('apart', forceManyBody().strength(-28).distanceMax(160))
    .force('room', forceCollide(7))
    .force('side', forceX<Node>(node => node.side * width).strength(0.06))
    .force('middle', forceY(0).strength(0.05))
    .stop();
  const steps = nodes.length > 3000 ? 80 : 240;
  for (let step = 0; step < steps; step++) {
    simulation.tick();
    for (const node of nodes) if (node.side) node.x = node.side * Math.max(margin, node.side * node.x!);
  }
  postMessage(nodes.map(({x, y}) => [x!, y!] as [number, number]));
};
