import type { Paint, Style } from '../text/paint.js';
import { displayWidth } from '../text/display-width.js';
import { visibleLine } from '../text/visible.js';
import { piecesOf } from '../text/wrap-line.js';
import type { FieldDescription, TypeDescription } from './describe-type.js';

/** How text for a terminal is laid out. */
export interface PrintOptions {
  /** Columns of a line. */
  readonly columns: number;
  readonly paint: Paint;
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
 * Draws what is inside a type as a tree, with a line break at the end of each line.
 *
 * @param type - What to draw.
 * @param options - How.
 */
export function printTree(type: TypeDescription, options: PrintOptions): string {
  return drawBranches(branchesOf(type), '', options)
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

function branchesOf({ fields, alternatives }: TypeDescription): Branch[] {
  return [
    ...fields.map((field) => ({
      head: [
        { text: field.name, style: 'bold' as const },
        { text: field.isRequired ? '*' : '', style: 'red' as const },
        { text: ':' },
      ],
      type: field.type,
      details: details(field),
      children: branchesOf(field),
    })),
    ...alternatives.map((alternative) => ({
      head: [{ text: 'either', style: 'dim' as const }],
      type: alternative.type,
      details: alternative.isRepeated ? [repetition] : [],
      children: branchesOf(alternative),
    })),
  ];
}

const repetition: Word = { text: '(as above)', style: 'dim' };

/** What a line says of a field behind its type, in sentences. */
function details({ isSecret, isDeprecated, isRepeated, conditions, knownValues, ...field }: FieldDescription): Word[] {
  const values = knownValues.length === 0 ? [] : [`Known values: ${knownValues.join(', ')}.`];
  const defaults = field.default === null ? [] : [`Default: ${JSON.stringify(field.default)}.`];
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
    const below = `${inner}${branch.children.length > 0 ? '│   ' : '    '}`;
    return [
      ...drawHead(branch, `${indent}${isLast ? '└── ' : '├── '}`, below, options),
      ...drawBranches(branch.children, inner, options),
    ];
  });
}

/** The line of a branch, and those that its type and details go on to where the line is full. */
function drawHead(branch: Branch, start: string, below: string, { columns, paint }: PrintOptions): string[] {
  const lines: string[] = [];
  let line = paint('dim', start);
  let taken = start.length;
  const add = (text: string, width: number, style: Style | undefined, gap: number): void => {
    line += ' '.repeat(gap) + (style === undefined ? text : paint(style, text));
    taken += gap + width;
  };
  for (const { text, style } of branch.head) {
    const shown = visibleLine(text);
    add(shown, displayWidth(shown), style, 0);
  }
  const told: readonly Word[] = [{ text: branch.type, style: 'cyan' }, ...branch.details];
  for (const [position, { text, style }] of told.entries()) {
    for (const [index, piece] of piecesOf(visibleLine(text)).entries()) {
      const gap = index > 0 ? piece.gap : position === 1 ? 2 : 1;
      const isFull = taken + gap + piece.width > columns && taken > below.length;
      if (isFull) {
        lines.push(line);
        [line, taken] = [paint('dim', below), below.length];
      }
      add(piece.text, piece.width, style, isFull ? 0 : gap);
    }
  }
  return [...lines, line];
}
