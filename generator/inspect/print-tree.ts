import type { TerminalInfo } from '../text/terminal.js';
import { wrapLine, type Span } from '../text/wrap-line.js';
import type { FieldDescription, TypeDescription, ValueDescription } from './describe-type.js';

/** A line of the tree, and the branches below it. */
interface Branch {
  readonly line: readonly Span[];
  readonly branches: readonly Branch[];
}

/** Draws a type and what is inside it as a tree, with a line break at the end of each line. */
export function printTree(type: ValueDescription, options: TerminalInfo): string {
  const branches = branchesOf(type);
  const legend: readonly Span[] = branches.length === 0 ? [] : [{ text: '(* is required)', style: 'dim' }];
  const root = { line: [{ ...typeSpan(type), gap: 0 }, ...setApart([...legend, ...details(type)])], branches };
  return draw(root, '', '', options)
    .map((line) => `${line}\n`)
    .join('');
}

function draw({ line, branches }: Branch, start: string, indent: string, options: TerminalInfo): string[] {
  return [
    ...wrapLine(line, options, start, `${indent}${branches.length > 0 ? '│   ' : '    '}`),
    ...branches.flatMap((branch, index) => {
      const isLast = index === branches.length - 1;
      return draw(branch, `${indent}${isLast ? '└── ' : '├── '}`, `${indent}${isLast ? '    ' : '│   '}`, options);
    }),
  ];
}

function branchesOf({ fields, alternatives }: TypeDescription): Branch[] {
  return [
    ...fields.map((field) => ({ line: fieldLine(field), branches: branchesOf(field) })),
    ...alternatives.map((alternative) => ({
      line: [
        { text: 'either', style: 'dim' as const, gap: 0 },
        typeSpan(alternative),
        ...setApart(repetition(alternative)),
      ],
      branches: branchesOf(alternative),
    })),
  ];
}

function fieldLine(field: FieldDescription): Span[] {
  return [
    { text: field.name, style: 'bold', gap: 0 },
    { text: field.isRequired ? '*' : '', style: 'red', gap: 0 },
    { text: ':', gap: 0 },
    typeSpan(field),
    ...setApart(details(field)),
  ];
}

/** What a name stands for follows it, unless it is an object: that is plain from its fields. */
function typeSpan({ type, standsFor }: TypeDescription): Span {
  return { text: [type, ...standsFor.filter((each) => each !== 'object')].join(' = '), style: 'cyan' };
}

/** What a line says of a value behind its type, in sentences. */
function details(value: ValueDescription): Span[] {
  const { isSecret, isDeprecated, conditions, knownValues } = value;
  const sentences = [
    ...conditions,
    ...(knownValues.length === 0 ? [] : [`Known values: ${knownValues.join(', ')}.`]),
    ...(value.default === null ? [] : [`Default: ${JSON.stringify(value.default)}.`]),
  ];
  return [
    ...repetition(value),
    ...(isSecret ? [{ text: 'Secret.', style: 'yellow' as const }] : []),
    ...(isDeprecated ? [{ text: 'Deprecated.', style: 'yellow' as const }] : []),
    ...sentences.map((text) => ({ text, style: 'dim' as const })),
  ];
}

function repetition({ isRepeated }: TypeDescription): Span[] {
  return isRepeated ? [{ text: '(as above)', style: 'dim' }] : [];
}

/** Two spaces stand between a type and what is said of it. */
function setApart(spans: readonly Span[]): Span[] {
  return spans.map((span, index) => (index === 0 ? { ...span, gap: 2 } : span));
}
