// The network as it is drawn: organisations with their ties, and where each has its place.
import type {PictureQuery} from '../operations';
import workerAddress from './layout.worker?worker&url';

type Measured = NonNullable<PictureQuery['networkMetrics']>;
export type Drawn = Measured['tied'][number]['organisation'] & {degree: number; across: number; x: number; y: number};
export type Graph = {nodes: Drawn[]; ties: [number, number][]};

declare global {
  interface Window {
    trustedTypes?: {createPolicy(name: string, rules: {createScriptURL(address: string): string}): {createScriptURL(address: string): string}};
  }
}

// Only the page's own worker is trusted.
const own = (address: string) => {
  if (address !== workerAddress) throw new TypeError(`${address} is not the page's own.`);
  return address;
};
const policy = window.trustedTypes?.createPolicy('partnernet', {createScriptURL: own});

function places(asked: {sides: (string | null)[]; ties: [number, number][]}): Promise<[number, number][]> {
  const worker = new Worker(policy ? policy.createScriptURL(workerAddress) : own(workerAddress), {type: 'module'});
  return new Promise<[number, number][]>((resolve, reject) => {
    worker.onmessage = ({data}: MessageEvent<[number, number][]>) => resolve(data);
    worker.onerror = () => reject(new Error('The picture could not be laid out.'));
    worker.postMessage(asked);
  }).finally(() => worker.terminate());
}

export async function laidOut(measured: Pick<Measured, 'tied'>): Promise<Graph> {
  const index = new Map(measured.tied.map(({organisation}, i) => [organisation.id, i]));
  const ties = measured.tied.flatMap(({tiedTo}, i) => tiedTo.map(id => [i, index.get(id)!] as [number, number]));
  const nodes = measured.tied.map(({organisation}) => ({...organisation, degree: 0, across: 0, x: 0, y: 0}));
  for (const [a, b] of ties) {
    const across = nodes[a]!.country && nodes[b]!.country && nodes[a]!.country !== nodes[b]!.country ? 1 : 0;
    for (const node of [nodes[a]!, nodes[b]!]) {
      node.degree++;
      node.across += across;
    }
  }
  const at = await places({sides: nodes.map(({country}) => country), ties});
  nodes.forEach((node, i) => ([node.x, node.y] = at[i]!));
  return {nodes, ties};
}

export const radius = (node: Drawn) => 3 + Math.min(6, Math.sqrt(node.degree));

// bounds gives the box in which all have their place, with room around it.
export function bounds({nodes}: Graph) {
  const xs = nodes.map(({x}) => x), ys = nodes.map(({y}) => y);
  const [left, right] = [xs.reduce((a, b) => Math.min(a, b), -40) - 30, xs.reduce((a, b) => Math.max(a, b), 40) + 30];
  const [top, bottom] = [ys.reduce((a, b) => Math.min(a, b), -40) - 20, ys.reduce((a, b) => Math.max(a, b), 40) + 20];
  return {left, top, width: right - left, height: bottom - top};
}
