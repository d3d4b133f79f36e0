import type { Colors, Style } from '../text/terminal.js';
import { displayWidth } from '../text/display-width.js';
import { escapeLine } from '../text/escape.js';
import { piecesOf } from '../text/wrap-line.js';
import type { TypeDescription, ValueDescription } from './describe-type.js';

/** How text for a terminal is laid out. */
export interface PrintOptions {
  /** Columns of a line. */
  readonly columns: number;
  readonly paint: Colors;
}

/** A text, and its style. */
interface Word {
  readonly text: string;
  readonly style?: Style;
}

/** A branch of the tree. */
interface Branch {
  readonly head: readonly Word[];
  readonly type: string;
  readonly details: readonly Word[];
  readonly children: readonly Branch[];
}

/**
 * Draws a type and what is inside it as a tree, with a line break at the end of each line.
 *
 * @param type - What to draw.
 * @param options - How.
 */
export function printTree(type: ValueDescription, options: PrintOptions): string {
  const children = branchesOf(type);
  const legend: readonly Word[] = children.length === 0 ? [] : [{ text: '(* is required)', style: 'dim' }];
  const root = { head: [], type: nameAndMeaning(type), details: [...legend, ...details(type)], children };
  return [...drawHead(root, '', below('', children), options), ...drawBranches(children, '', options)]
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** What a name stands for is told behind it, unless it is an object: that is plain from its fields. */
function nameAndMeaning({ type, standsFor }: TypeDescription): string {
  return [type, ...standsFor.filter((each) => each !== 'object')].join(' = ');
}

function branchesOf({ fields, alternatives }: TypeDescription): Branch[] {
  return [
    ...fields.map((field) => ({
      head: [
        { text: field.name, style: 'bold' as const },
        { text: field.isRequired ? '*' : '', style: 'red' as const },
        { text: ':' },
      ],
      type: nameAndMeaning(field),
      details: details(field),
      children: branchesOf(field),
    })),
    ...alternatives.map((alternative) => ({
      head: [{ text: 'either', style: 'dim' as const }],
      type: nameAndMeaning(alternative),
      details: alternative.isRepeated ? [repetition] : [],
      children: branchesOf(alternative),
    })),
  ];
}

const repetition: Word = { text: '(as above)', style: 'dim' };

/** What a line says of a value behind its type, in sentences. */
function details({ isSecret, isDeprecated, isRepeated, conditions, knownValues, ...value }: ValueDescription): Word[] {
  const values = knownValues.length === 0 ? [] : [`Known values: ${knownValues.join(', ')}.`];
  const defaults = value.default === null ? [] : [`Default: ${JSON.stringify(value.default)}.`];
  return [
    ...(isRepeated ? [repetition] : []),
    ...(isSecret ? [{ text: 'Secret.', style: 'yellow' as const }] : []),
    ...(isDeprecated ? [{ text: 'Deprecated.', style: 'yellow' as const }] : []),
    ...[...conditions, ...values, ...defaults].map((text) => ({ text, style: 'dim' as const })),
  ];
}

function drawBranches(branches: readonly Branch[], indent: string, options: PrintOptions): string[] {
  return branches.flatMap((branch, index) => {
    const isLast = index === branches.length - 1;
    const inner = `${indent}${isLast ? '    ' : '│   '}`;
    return [
      ...drawHead(branch, `${indent}${isLast ? '└── ' : '├── '}`, below(inner, branch.children), options),
      ...drawBranches(branch.children, inner, options),
    ];
  });
}

/** What the lines below that of a branch begin with, as far as they go on with it. */
function below(indent: string, children: readonly Branch[]): string {
  return `${indent}${children.length > 0 ? '│   ' : '    '}`;
}

/** The line of a branch, and those that its type and details go on to where the line is full. */
function drawHead(branch: Branch, start: string, next: string, { columns, paint }: PrintOptions): string[] {
  const lines: string[] = [];
  let line = paint('dim', start);
  let taken = start.length;
  const add = (text: string, width: number, style: Style | undefined, gap: number): void => {
    line += ' '.repeat(gap) + (style === undefined ? text : paint(style, text));
    taken += gap + width;
  };
  for (const { text, style } of branch.head) {
    const shown = escapeLine(text);
    add(shown, displayWidth(shown), style, 0);
  }
  const told: readonly Word[] = [{ text: branch.type, style: 'cyan' }, ...branch.details];
  for (const [position, { text, style }] of told.entries()) {
    for (const [index, piece] of piecesOf(escapeLine(text)).entries()) {
      const gap = index > 0 ? piece.gap : taken === 0 ? 0 : position === 1 ? 2 : 1;
      const isFull = taken + gap + piece.width > columns && taken > next.length;
      if (isFull) {
        lines.push(line);
        [line, taken] = [paint('dim', next), next.length];
      }
      add(piece.text, piece.width, style, isFull ? 0 : gap);
    }
  }
  return [...lines, line];
}
