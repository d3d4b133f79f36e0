import { emptyNotes, type Notes } from '../../model/notes.js';
import type { TypeNode } from '../../model/type-node.js';
import { codeSpan } from '../../text/code-span.js';
import { escapeInvisible } from '../../text/escape.js';
import { wrapMarkdown } from '../../text/wrap.js';
import { conditionLine } from '../conditions.js';
import type { Code } from '../rendered.js';
import { lineWidth } from './literals.js';

/** One part of a doc comment: Markdown of the catalog, or a block tag with Markdown behind it. */
export interface CommentPart {
  /** A TSDoc block tag such as `@deprecated`. */
  readonly tag?: string;
  readonly markdown: string;
}

/**
 * A TSDoc comment (https://tsdoc.org).
 *
 * @param parts - What it says; empty ones are left out. Whatever stands in them, it neither ends the comment nor adds a tag.
 * @param indent - Columns before each line.
 * @returns The comment with a line break behind it, or nothing where there is nothing to say.
 */
export function docComment(parts: readonly CommentPart[], indent: number): Code {
  const width = lineWidth - indent - 3;
  const filled = parts.filter(({ tag, markdown }) => tag !== undefined || markdown.trim() !== '');
  const blocks = filled.map((part) => commentLines(part, width));
  const lines = blocks.flatMap((block, index) => (startsParagraph(filled, index) ? ['', ...block] : block));
  const pad = ' '.repeat(indent);
  const [only, ...more] = lines;
  if (only === undefined) return '' as Code;
  if (more.length === 0 && only.length <= width - 4) return `${pad}/** ${only} */\n` as Code;
  return `${pad}/**\n${lines.map((line) => `${pad} *${line === '' ? '' : ` ${line}`}\n`).join('')}${pad} */\n` as Code;
}

/** The parts of a comment that notes give: description, conditions, known values, default, examples, deprecation. */
export function noteParts(notes: Notes, type: TypeNode): CommentPart[] {
  const items = type.kind === 'array' ? type.itemNotes : emptyNotes;
  return [
    ...paragraphs([
      notes.description,
      items.description === '' ? '' : `Each item: ${items.description}`,
      conditionLine(notes, items),
    ]),
    ...(notes.default === undefined
      ? []
      : [{ tag: '@defaultValue', markdown: codeSpan(JSON.stringify(notes.default)) }]),
    ...notes.examples.map((example) => ({ tag: '@example', markdown: codeSpan(JSON.stringify(example)) })),
    ...(notes.isDeprecated ? [{ tag: '@deprecated', markdown: 'Not to be used any more.' }] : []),
  ];
}

/** Texts of one line make one paragraph; others stand apart. */
function paragraphs(texts: readonly string[]): CommentPart[] {
  const filled = texts.map((text) => text.trim()).filter((text) => text !== '');
  if (filled.some((text) => text.includes('\n'))) return filled.map((markdown) => ({ markdown }));
  const [last, ...others] = filled.toReversed();
  const sentences = others.toReversed().map((text) => (/[.!?:]$/.test(text) ? text : `${text}.`));
  return last === undefined ? [] : [{ markdown: [...sentences, last].join(' ') }];
}

function commentLines({ tag, markdown }: CommentPart, width: number): string[] {
  // Escaped before it is wrapped, so that a wrapped line is safe too.
  const shown = escapeInvisible(markdown.trim().replaceAll(/\r\n?/g, '\n'))
    .replaceAll('*/', '*\\/')
    // Tools look for `//# sourceMappingURL=` anywhere in a file, and read what it names.
    .replaceAll(/\/([/*])([#@])/g, '/$1\\$2');
  // TypeScript sees a tag in every @ behind a space, in code spans as well.
  const text = shown.includes('@') ? shown.replaceAll(/(?<=^|\s)@/gm, '\\@') : shown;
  return wrapMarkdown(tag === undefined ? text : `${tag} ${text}`.trimEnd(), width);
}

function startsParagraph(parts: readonly CommentPart[], index: number): boolean {
  return index > 0 && (parts[index]?.tag === undefined || parts[index - 1]?.tag === undefined);
}
