import { compareText } from '../../diagnostics/diagnostic.js';
import { groupBy } from '../../group-by.js';
import type { Message, Model } from '../../model/model.js';
import type { View } from '../rendered.js';
import { html, shown, type Markup } from './markup.js';

/** A box of a picture. */
interface Box {
  readonly name: string;
  /** What it is to the message in the middle, such as `outcome`. */
  readonly role: string;
  readonly isSelf?: boolean;
}

const box = { width: 204, line: 16, pad: 10, gapX: 64, gapY: 14, letters: 25 } as const;

/** The flow that a message is part of, as a picture: what it comes after, itself, what comes of it; `undefined` without links. */
export function flowPicture(message: Message, linkTo: (name: string) => string): Markup | undefined {
  const before = [
    ...message.outcomeOf.map((name): Box => ({ name, role: 'request' })),
    ...message.emittedBy.map((name): Box => ({ name, role: 'while it runs' })),
  ];
  const after = [
    ...message.emits.map((name): Box => ({ name, role: 'while it runs' })),
    ...(message.outcome === undefined ? [] : [{ name: message.outcome, role: 'outcome' }]),
  ];
  if (before.length + after.length === 0) return undefined;
  const self: Box = { name: message.name, role: 'this message', isSelf: true };
  const columns = [before, [self], after].filter((column) => column.length > 0);
  return rowPicture(columns, linkTo, `How ${message.name} is linked to other messages`);
}

/** Every flow of a catalog as a picture, by domain: a request, what it sends while it runs, and its outcome. */
export function flowsOverview({ messages }: Model) {
  const starts = messages.filter(({ outcome, emits }) => outcome !== undefined || emits.length > 0);
  const linked = new Set(starts.flatMap(({ name, outcome, emits }) => [name, outcome, ...emits]));
  const domains = [...groupBy(starts, ({ domain }) => domain)].sort(([a], [b]) => compareText(a, b));
  return {
    domains: domains.map(([domain, requests]) => ({
      title: shown(domain === '' ? 'messages' : domain),
      requests: requests.map((request) => ({ name: shown(request.name), picture: shown(resultsPicture(request)) })),
    })),
    /** Names of the messages that nothing is linked to. */
    alone: messages.flatMap(({ name }) => (linked.has(name) ? [] : [shown(name)])),
  } satisfies View;
}

function resultsPicture({ name, outcome, emits }: Message): Markup {
  const columns = [
    [{ name, role: 'request' }],
    [
      ...emits.map((emitted) => ({ name: emitted, role: 'while it runs' })),
      ...(outcome === undefined ? [] : [{ name: outcome, role: 'outcome' }]),
    ],
  ];
  return rowPicture(columns, (other) => `messages/${other}.html`, `What comes of ${name}`);
}

/**
 * Columns of boxes, each box of a column linked to each of the next by an arrow.
 *
 * @param columns - The boxes; one of two neighbouring columns has a single box.
 * @param label - Says what the picture shows, for those who do not see it.
 */
function rowPicture(columns: readonly (readonly Box[])[], linkTo: (name: string) => string, label: string): Markup {
  const heights = columns.map((boxes) => boxes.reduce((sum, each) => sum + heightOf(each) + box.gapY, -box.gapY));
  const height = Math.max(...heights) + 4;
  const width = columns.length * box.width + (columns.length - 1) * box.gapX + 4;
  const placed = columns.map((boxes, column) => {
    let y = (height - (heights[column] ?? 0)) / 2;
    return boxes.map((each) => {
      const place = { ...each, x: 2 + column * (box.width + box.gapX), y, height: heightOf(each) };
      y += place.height + box.gapY;
      return place;
    });
  });
  const arrows = placed
    .slice(1)
    .flatMap((boxes, column) => (placed[column] ?? []).flatMap((from) => boxes.map((to) => arrow(from, to))));
  return html`<svg
    class="${columns.length === 2 ? 'flow pair' : 'flow'}"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
    role="group"
    aria-label="${label}"
  >
    ${arrows}${placed.flat().map((each) => drawn(each, linkTo))}
  </svg>`;
}

interface PlacedBox extends Box {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

function drawn({ name, role, isSelf, x, y, height }: PlacedBox, linkTo: (name: string) => string): Markup {
  const lines = linesOf(name).map(
    (line, index) => html`<tspan x="${x + 12}" y="${y + 34 + index * box.line}">${line}</tspan>`,
  );
  const shape = html`<rect x="${x}" y="${y}" width="${box.width}" height="${height}" rx="8" /><text
      class="role"
      x="${x + 12}"
      y="${y + 18}"
      >${role}</text
    ><text class="name">${lines}</text>`;
  if (isSelf === true) return html`<g class="self">${shape}</g>`;
  return html`<a href="${linkTo(name)}">${shape}</a>`;
}

function arrow(from: PlacedBox, to: PlacedBox): Markup {
  const [x1, y1] = [from.x + box.width, from.y + from.height / 2];
  const [x2, y2] = [to.x - 7, to.y + to.height / 2];
  const bend = (x2 - x1) / 2;
  return html`<path class="arrow" d="M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}" /><path
      class="head"
      d="M${x2 + 7} ${y2}l-8 -4v8z"
    />`;
}

const heightOf = ({ name }: Box): number => 32 + linesOf(name).length * box.line;

/** A name in lines that fit a box, broken behind hyphens. */
function linesOf(name: string): string[] {
  const lines: string[] = [];
  for (const part of name.split(/(?<=-)/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length <= box.letters) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines;
}
