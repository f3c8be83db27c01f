// Where each node has its place: x and y, one after the other. It is found beside the page, which stays alive.
import type {Graph} from './graph';
import type {Asked} from './layout.worker';
import workerAddress from './layout.worker?worker&url';

export type Places = Float32Array;

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

export function laidOut({nodes, ties}: Graph): Promise<Places> {
  const asked: Asked = {
    nodes: nodes.map(({id, country, degree, folded}) => ({id, country, room: 5 + Math.sqrt(degree) + 2 * Math.sqrt(folded)})),
    ties: ties.filter(({kind}) => kind !== 'missing').map(({a, b}) => [a, b]),
  };
  const worker = new Worker(policy ? policy.createScriptURL(workerAddress) : own(workerAddress), {type: 'module'});
  return new Promise<Places>((resolve, reject) => {
    worker.onmessage = ({data}: MessageEvent<Places>) => resolve(data);
    worker.onerror = () => reject(new Error('The picture could not be laid out.'));
    worker.postMessage(asked);
  }).finally(() => worker.terminate());
}

export type Box = {left: number; top: number; right: number; bottom: number};

// around gives the box in which nodes have their places, with room about it: all of them, or those that are asked for.
export function around(at: Places, wanted?: (i: number) => boolean): Box {
  const box = {left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity};
  for (let i = 0; i < at.length / 2; i++) {
    if (wanted && !wanted(i)) continue;
    const [x, y] = [at[2 * i]!, at[2 * i + 1]!];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return {left: box.left - 90, top: box.top - 30, right: box.right + 90, bottom: box.bottom + 30};
}
