// The whole picture as a file of its own.
import {isLeft, label, lineOf, type Colours, type Scene} from './draw';
import {around} from './layout';
import {striped} from './look';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const n = (x: number) => x.toFixed(1);

export function svg({graph, at, radii, fills}: Scene, colours: Colours, named: ReadonlySet<string>): string {
  const {left, top, right, bottom} = around(at);
  const lines = graph.ties.map(tie => {
    const {colour, width, dash} = lineOf(tie);
    const broken = dash.length ? ` stroke-dasharray="${dash.join(' ')}"` : '';
    return `<path d="M${n(at[2 * tie.a]!)} ${n(at[2 * tie.a + 1]!)}L${n(at[2 * tie.b]!)} ${n(at[2 * tie.b + 1]!)}" stroke="${colours(colour)}" stroke-width="${n(width)}"${broken}/>`;
  });
  const marks = graph.nodes.map((node, i) => {
    const [x, y, r] = [at[2 * i]!, at[2 * i + 1]!, radii[i]!];
    const shape =
      node.country === 'SE' ? `M${n(x - r * 0.9)} ${n(y - r * 0.9)}h${n(r * 1.8)}v${n(r * 1.8)}h${n(-r * 1.8)}z`
      : node.country === 'NO' ? `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0z`
      : `M${n(x)} ${n(y - r * 1.2)}l${n(r * 1.2)} ${n(r * 1.2)}l${n(-r * 1.2)} ${n(r * 1.2)}l${n(-r * 1.2)} ${n(-r * 1.2)}z`;
    return `<path d="${shape}" fill="${fills[i] === striped ? 'url(#striped)' : colours(fills[i]!)}"><title>${escaped(label(node))}</title></path>`;
  });
  const names = graph.nodes.flatMap((node, i) =>
    named.has(node.id) ? [`<text x="${n(at[2 * i]! + (isLeft(node) ? -1 : 1) * (radii[i]! + 3))}" y="${n(at[2 * i + 1]! + 4)}"${isLeft(node) ? ' text-anchor="end"' : ''}>${escaped(label(node))}</text>`] : []);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${n(left)} ${n(top)} ${n(right - left)} ${n(bottom - top)}" font-family="sans-serif" font-size="11">` +
    `<pattern id="striped" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M0 0h4v4H0z" fill="${colours('faint')}"/><path d="M-1 1L1 -1M0 4L4 0M3 5L5 3" stroke="${colours('ink')}"/></pattern>` +
    `<rect x="${n(left)}" y="${n(top)}" width="100%" height="100%" fill="${colours('card')}"/>` +
    `<path d="M0 ${n(top)}V${n(bottom)}" stroke="${colours('ink')}" stroke-dasharray="6 6"/>` +
    `<g fill="none" stroke-linecap="round">${lines.join('')}</g>${marks.join('')}<g fill="${colours('ink')}">${names.join('')}</g></svg>\n`;
}
