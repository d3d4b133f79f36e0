import type { TextRange } from '../diagnostics/diagnostic.js';
import type { YamlProblem } from './source.js';

const tags = 'YAML tags are not supported: remove it, or put the text in quotes.';
const anchors =
  'YAML anchors and aliases are not supported: put the text in quotes, write the values out, or share a type with $ref.';
const directives = 'YAML directives are not supported: remove this line.';

const unsupported: Readonly<Record<string, string>> = { '!': tags, '&': anchors, '*': anchors, '%': directives };

const partners: Readonly<Record<string, string>> = { ']': '[', '}': '{' };

/** What the lexer of the yaml library puts before the text of a scalar without quotes. */
const scalarMark = '\u001f';

/** Where brackets and quotes open, of which the yaml library knows the end alone; and what is not supported. */
export class SyntaxMarks {
  /** Each tag and directive, and the first of all anchors and aliases. */
  readonly problems: YamlProblem[] = [];
  readonly #brackets: { readonly bracket: string; readonly start: number }[] = [];
  readonly #quotes: number[] = [];
  #isText = false;

  /** Adds the next lexeme of a text. */
  add(lexeme: string, start: number): void {
    const isText = this.#isText;
    this.#isText = lexeme === scalarMark;
    if (isText) return;
    const first = lexeme.charAt(0);
    if (first === '[' || first === '{') this.#brackets.push({ bracket: first, start });
    else if (first === '"' || first === "'") this.#quotes.push(start);
    else if (first in partners) {
      const last = this.#brackets.findLastIndex(({ bracket }) => bracket === partners[first]);
      if (last >= 0) this.#brackets.splice(last, 1);
    } else {
      const message = unsupported[first];
      if (message === undefined || (message === anchors && this.problems.some((each) => each.message === anchors)))
        return;
      this.problems.push({ range: [start, start + lexeme.trimEnd().length], message });
    }
  }

  /** The last bracket before an offset that has no partner. */
  openBracket(offset: number): TextRange | undefined {
    return rangeOf(this.#brackets.findLast(({ start }) => start < offset)?.start);
  }

  /** The last opening quote before an offset. */
  quote(offset: number): TextRange | undefined {
    return rangeOf(this.#quotes.findLast((start) => start < offset));
  }
}

function rangeOf(start: number | undefined): TextRange | undefined {
  return start === undefined ? undefined : [start, start + 1];
}
