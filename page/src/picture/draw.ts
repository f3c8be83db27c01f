// Draws the network on a canvas.
import type {Graph, Kind, Node, Tie} from './graph';
import {around, type Places} from './layout';
import {striped} from './look';

export type View = {x: number; y: number; scale: number};
export type Scene = {graph: Graph; at: Places; radii: number[]; fills: string[]; found: ReadonlySet<string>};
// Colours by their names in the style sheet.
export type Colours = (name: string) => string;

export type Line = {colour: string; width: number; dash: number[]};

// lineOf says how a tie is drawn: what is there is solid, what is not is broken.
export function lineOf({kind, across, weight}: Pick<Tie, 'kind' | 'across' | 'weight'>): Line {
  const width = Math.min(4, Math.sqrt(weight));
  const lines: Record<Kind, Line> = {
    tie: {colour: across ? 'alarm' : 'tie', width: (across ? 1.6 : 0.8) * width, dash: []},
    new: {colour: 'fresh', width: 1.8 * width, dash: []},
    ended: {colour: 'faint', width: 1.2 * width, dash: [7, 5]},
    missing: {colour: 'ink', width: 1.6, dash: [1.6, 5]},
    supposed: {colour: 'link', width: 2.6, dash: [12, 4]},
  };
  return lines[kind];
}

type Stroke = Line & {path: Path2D};
type Fill = {colour: string; faint: boolean; path: Path2D};
export type Prepared = {strokes: Stroke[]; fills: Fill[]; top: number; bottom: number};

// prepare gathers what is drawn alike into one path each, in the network's own measures, so that a frame strokes and fills a few paths only.
export function prepare({graph, at, radii, fills, found}: Scene): Prepared {
  const strokes = new Map<string, Stroke>();
  for (const tie of graph.ties) {
    const line = lineOf(tie), key = JSON.stringify(line);
    if (!strokes.has(key)) strokes.set(key, {...line, path: new Path2D()});
    const {path} = strokes.get(key)!;
    path.moveTo(at[2 * tie.a]!, at[2 * tie.a + 1]!);
    path.lineTo(at[2 * tie.b]!, at[2 * tie.b + 1]!);
  }
  const marks = new Map<string, Fill>();
  graph.nodes.forEach((node, i) => {
    const faint = found.size > 0 && !found.has(node.id), key = `${fills[i]} ${faint}`;
    if (!marks.has(key)) marks.set(key, {colour: fills[i]!, faint, path: new Path2D()});
    mark(marks.get(key)!.path, node, at[2 * i]!, at[2 * i + 1]!, radii[i]!);
  });
  const {top, bottom} = around(at);
  return {
    strokes: [...strokes.values()].sort((a, b) => a.width - b.width), fills: [...marks.values()].sort((a, b) => Number(b.faint) - Number(a.faint)), top, bottom,
  };
}

// stripes gives the pattern of whoever is a member of several networks.
function stripes(context: CanvasRenderingContext2D, colours: Colours): CanvasPattern {
  const tile = new OffscreenCanvas(4, 4), drawn = tile.getContext('2d')!;
  drawn.fillStyle = colours('faint');
  drawn.fillRect(0, 0, 4, 4);
  drawn.fillStyle = colours('ink');
  for (let i = 0; i < 4; i++) drawn.fillRect(i, 3 - i, 1.5, 1);
  return context.createPattern(tile, 'repeat')!;
}

// mark adds a node's sign to a path: a circle for Norway, a square for Sweden, a diamond for what is of neither.
function mark(path: Path2D, node: Node, x: number, y: number, r: number) {
  if (node.country === 'SE') return path.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
  if (node.country === 'NO') {
    path.moveTo(x + r, y);
    return path.arc(x, y, r, 0, 2 * Math.PI);
  }
  path.moveTo(x, y - r * 1.2);
  for (const [dx, dy] of [[1.2, 0], [0, 1.2], [-1.2, 0]] as const) path.lineTo(x + dx * r, y + dy * r);
  path.closePath();
}

export function draw(context: CanvasRenderingContext2D, scene: Scene, {strokes, fills, top, bottom}: Prepared, view: View, colours: Colours, named: ReadonlySet<string>, ratio: number) {
  const {canvas} = context;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = colours('card');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(ratio * view.scale, 0, 0, ratio * view.scale, ratio * view.x, ratio * view.y);
  context.lineCap = 'round';
  const border = new Path2D(`M0 ${top}V${bottom}`);
  for (const {path, colour, width, dash} of [{path: border, colour: 'ink', width: 1, dash: [6, 6]}, ...strokes]) {
    context.setLineDash(dash.map(length => length / view.scale));
    context.strokeStyle = colours(colour);
    context.lineWidth = width / view.scale;
    context.stroke(path);
  }
  context.setLineDash([]);
  for (const {path, colour, faint} of fills) {
    context.globalAlpha = faint ? 0.15 : 1;
    context.fillStyle = colour === striped ? stripes(context, colours) : colours(colour);
    context.fill(path);
  }
  context.globalAlpha = 1;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  names(context, scene, view, colours, named);
}

const mostNames = 80; // when one looks closely, so that names of all in sight are shown

// names writes those of the named and found, the one with most ties first, where no other name is; and those of all when few are in sight.
function names(context: CanvasRenderingContext2D, {graph, at, radii, found}: Scene, view: View, colours: Colours, named: ReadonlySet<string>) {
  const [width, height] = [context.canvas.clientWidth || context.canvas.width, context.canvas.clientHeight || context.canvas.height];
  const place = (i: number) => ({i, x: at[2 * i]! * view.scale + view.x, y: at[2 * i + 1]! * view.scale + view.y});
  const seen = graph.nodes.map((_, i) => place(i)).filter(({x, y}) => x > -20 && x < width + 20 && y > 0 && y < height);
  const all = seen.length <= mostNames;
  const wanted = seen.filter(({i}) => all || named.has(graph.nodes[i]!.id) || found.has(graph.nodes[i]!.id));
  context.font = '12px system-ui, sans-serif';
  context.lineWidth = 3;
  context.lineJoin = 'round';
  const taken: {left: number; top: number; right: number; bottom: number}[] = [];
  const worth = (i: number) => (named.has(graph.nodes[i]!.id) || found.has(graph.nodes[i]!.id) ? 1e6 : 0) + graph.nodes[i]!.folded + graph.nodes[i]!.degree;
  for (const {i, x, y} of wanted.sort((a, b) => worth(b.i) - worth(a.i)).slice(0, 3 * mostNames)) {
    const text = label(graph.nodes[i]!), long = context.measureText(text).width, beside = radii[i]! * view.scale + 3;
    const left = isLeft(graph.nodes[i]!) ? x - beside - long : x + beside;
    const box = {left, top: y - 8, right: left + long, bottom: y + 8};
    if (taken.some(other => other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom)) continue;
    taken.push(box);
    context.strokeStyle = colours('card');
    context.strokeText(text, left, y + 4);
    context.fillStyle = colours('ink');
    context.fillText(text, left, y + 4);
  }
}

// The names of Norway's stand left of their marks, away from the border.
export const isLeft = ({country}: Node) => country === 'NO';

export const label = ({name, folded}: Node) => (folded ? `${name} (${folded})` : name);

// viewOf gives the view in which a box fills a canvas.
export function viewOf(box: {left: number; top: number; right: number; bottom: number}, width: number, height: number): View {
  const scale = Math.min(width / (box.right - box.left), height / (box.bottom - box.top), 2.5);
  return {scale, x: width / 2 - ((box.left + box.right) / 2) * scale, y: height / 2 - ((box.top + box.bottom) / 2) * scale};
}
