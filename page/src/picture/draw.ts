// Draws the network on a canvas, and as SVG for a file.
import {bounds, radius, type Drawn, type Graph} from './graph';

export type View = {x: number; y: number; scale: number};
export type Colours = Record<'no' | 'se' | 'other' | 'tie' | 'across' | 'ink' | 'paper', string>;

const colour = (node: Drawn, colours: Colours) => (node.country === 'NO' ? colours.no : node.country === 'SE' ? colours.se : colours.other);
const crosses = ({nodes}: Graph, [a, b]: [number, number]) => nodes[a]!.country !== nodes[b]!.country;

export function draw(context: CanvasRenderingContext2D, graph: Graph, view: View, colours: Colours, named: Set<string>, found: Set<string>) {
  const {canvas} = context;
  const ratio = devicePixelRatio;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(ratio * view.scale, 0, 0, ratio * view.scale, ratio * view.x, ratio * view.y);
  const {top, height} = bounds(graph);
  border(context, top, height, colours.ink, view.scale);
  for (const across of [false, true]) {
    context.beginPath();
    for (const tie of graph.ties) {
      if (crosses(graph, tie) !== across) continue;
      const [a, b] = [graph.nodes[tie[0]]!, graph.nodes[tie[1]]!];
      context.moveTo(a.x, a.y);
      context.lineTo(b.x, b.y);
    }
    context.strokeStyle = across ? colours.across : colours.tie;
    context.lineWidth = (across ? 1.6 : 0.7) / view.scale;
    context.stroke();
  }
  for (const node of graph.nodes) mark(context, node, colour(node, colours), found.size > 0 && !found.has(node.id));
  context.globalAlpha = 1;
  context.font = `${12 / view.scale}px system-ui, sans-serif`;
  const taken: Box[] = [];
  for (const node of byDegree(graph.nodes.filter(({id}) => named.has(id) || found.has(id)))) {
    if (isFree(taken, boxOf(context, node, view.scale))) name(context, node, colours, view.scale);
  }
}

type Box = {left: number; top: number; right: number; bottom: number};

const byDegree = (nodes: Drawn[]) => nodes.sort((a, b) => b.degree - a.degree);

function boxOf(context: CanvasRenderingContext2D, node: Drawn, scale: number): Box {
  const left = node.x + radius(node);
  return {left, top: node.y - 8 / scale, right: left + context.measureText(node.legalName).width, bottom: node.y + 8 / scale};
}

// isFree takes the room for a name, unless another name is there.
function isFree(taken: Box[], box: Box): boolean {
  if (taken.some(other => other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom)) return false;
  taken.push(box);
  return true;
}

function border(context: CanvasRenderingContext2D, top: number, height: number, ink: string, scale: number) {
  context.setLineDash([6 / scale, 5 / scale]);
  context.beginPath();
  context.moveTo(0, top);
  context.lineTo(0, top + height);
  context.strokeStyle = ink;
  context.lineWidth = 1 / scale;
  context.stroke();
  context.setLineDash([]);
}

function mark(context: CanvasRenderingContext2D, node: Drawn, fill: string, faint: boolean) {
  const r = radius(node);
  context.globalAlpha = faint ? 0.15 : 1;
  context.fillStyle = fill;
  context.beginPath();
  if (node.country === 'SE') context.rect(node.x - r * 0.9, node.y - r * 0.9, r * 1.8, r * 1.8);
  else context.arc(node.x, node.y, r, 0, 2 * Math.PI);
  context.fill();
}

function name(context: CanvasRenderingContext2D, node: Drawn, colours: Colours, scale: number) {
  const [x, y] = [node.x + radius(node) + 3 / scale, node.y + 4 / scale];
  context.lineWidth = 3 / scale;
  context.strokeStyle = colours.paper;
  context.strokeText(node.legalName, x, y);
  context.fillStyle = colours.ink;
  context.fillText(node.legalName, x, y);
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

// svg gives the whole picture as a file.
export function svg(graph: Graph, colours: Colours, named: Set<string>): string {
  const {left, top, width, height} = bounds(graph);
  const n = (x: number) => x.toFixed(1);
  const lines = graph.ties.map(tie => {
    const [a, b] = [graph.nodes[tie[0]]!, graph.nodes[tie[1]]!];
    return `<path d="M${n(a.x)} ${n(a.y)}L${n(b.x)} ${n(b.y)}" stroke="${crosses(graph, tie) ? colours.across : colours.tie}"/>`;
  });
  const marks = graph.nodes.map(node => {
    const r = radius(node), title = `<title>${escaped(node.legalName)}</title>`;
    return node.country === 'SE'
      ? `<rect x="${n(node.x - r * 0.9)}" y="${n(node.y - r * 0.9)}" width="${n(r * 1.8)}" height="${n(r * 1.8)}" fill="${colours.se}">${title}</rect>`
      : `<circle cx="${n(node.x)}" cy="${n(node.y)}" r="${n(r)}" fill="${colour(node, colours)}">${title}</circle>`;
  });
  const names = graph.nodes.filter(({id}) => named.has(id)).map(node => `<text x="${n(node.x + radius(node) + 3)}" y="${n(node.y + 4)}">${escaped(node.legalName)}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${n(left)} ${n(top)} ${n(width)} ${n(height)}" font-family="sans-serif" font-size="11">` +
    `<path d="M0 ${n(top)}v${n(height)}" stroke="${colours.ink}" stroke-dasharray="6 5"/>${lines.join('')}${marks.join('')}<g fill="${colours.ink}">${names.join('')}</g></svg>\n`;
}
