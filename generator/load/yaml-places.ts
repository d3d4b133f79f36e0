import { maxDepth } from '../limits.js';
import type { TextRange } from '../diagnostics/diagnostic.js';
import { structuralCodes } from './yaml-words.js';

/** A mistake as the yaml library tells it. */
export interface Mistake {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [start: number, end: number];
}

/** Brackets that have no partner so far. */
export class OpenBrackets {
  readonly #open: { readonly bracket: string; readonly range: TextRange }[] = [];

  /** Takes the next lexeme. */
  take(lexeme: string, range: TextRange): void {
    if (lexeme === '[' || lexeme === '{') this.#open.push({ bracket: lexeme, range });
    if (this.#open.length > maxDepth) this.#open.shift();
    if (lexeme !== ']' && lexeme !== '}') return;
    const partner = lexeme === ']' ? '[' : '{';
    const last = this.#open.findLastIndex(({ bracket }) => bracket === partner);
    if (last >= 0) this.#open.splice(last, 1);
  }

  /** The last of them that stands before an offset. */
  before(offset: number): TextRange | undefined {
    return this.#open.findLast(({ range }) => range[0] < offset)?.range;
  }
}

/**
 * Leaves out mistakes that only follow from others, and tells of a line that continues the text above it, though it was meant
 * as an entry, what it is: indented too deep.
 *
 * @param mistakes - In the order of their places.
 */
export function withoutFollowUps(mistakes: readonly Mistake[]): Mistake[] {
  const manyLined = new Set(mistakes.flatMap(({ code, pos }) => (code === 'MULTILINE_IMPLICIT_KEY' ? [pos[0]] : [])));
  return mistakes.flatMap((mistake) => {
    const { code, message, pos } = mistake;
    if (code === 'NON_STRING_KEY' && mistakes.length > 1) return [];
    if (code !== 'BLOCK_AS_IMPLICIT_KEY') return [mistake];
    // A list that is taken for a key stands where the keys do.
    if (message.startsWith('A block')) return [{ ...mistake, code: 'BAD_INDENT' }];
    return manyLined.has(pos[0]) ? [{ ...mistake, code: 'OVER_INDENTED' }] : [mistake];
  });
}

/** After a mistake in the structure, what follows is read wrong; and so may be what belongs to a line that is wrong. */
export function withoutCascades(sorted: readonly Mistake[], text: string): Mistake[] {
  const kept: Mistake[] = [];
  let end = -1;
  for (const mistake of sorted) {
    if (mistake.pos[0] <= end) continue;
    kept.push(mistake);
    if (structuralCodes.has(mistake.code)) break;
    end = endOfEntry(text, mistake.pos[0]);
  }
  return kept;
}

/** What to point at: the library points at the blanks before what is indented wrong, and at the text that a line continues. */
export function shownAt({ code, pos: [from, to] }: Mistake, text: string): TextRange {
  const lineEnd = text.indexOf('\n', from);
  const start = code === 'OVER_INDENTED' && lineEnd >= 0 ? lineEnd : from;
  const blanks = /[ \r\n]*/y;
  blanks.lastIndex = start;
  blanks.test(text);
  const shown = blanks.lastIndex < text.length ? blanks.lastIndex : from;
  return [shown, Math.max(to, shown + 1)];
}

/** The end of the line that an offset is on, and of the lines below it that are indented deeper. */
function endOfEntry(text: string, offset: number): number {
  const lineEnd = (from: number): number => {
    const index = text.indexOf('\n', from);
    return index < 0 ? text.length : index;
  };
  let end = lineEnd(offset);
  const indent = /^[ -]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, end))?.[0].length ?? 0;
  while (end < text.length) {
    const next = text.slice(end + 1, lineEnd(end + 1));
    if (next.trim() !== '' && next.length - next.trimStart().length <= indent) break;
    end += 1 + next.length;
  }
  return end;
}
