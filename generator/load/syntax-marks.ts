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
  readonly #open: { readonly mark: string; readonly range: TextRange }[] = [];
  #isText = false;

  /** Adds the next lexeme of a text. */
  add(lexeme: string, start: number): void {
    const isText = this.#isText;
    this.#isText = lexeme === scalarMark;
    if (isText) return;
    const first = lexeme.charAt(0);
    if (/["'[{]/.test(first)) this.#open.push({ mark: first, range: [start, start + 1] });
    else if (first in partners) {
      const last = this.#open.findLastIndex(({ mark }) => mark === partners[first]);
      if (last >= 0) this.#open.splice(last, 1);
    } else {
      const message = unsupported[first];
      if (message === undefined || (message === anchors && this.problems.some((each) => each.message === anchors)))
        return;
      this.problems.push({ range: [start, start + lexeme.trimEnd().length], message });
    }
  }

  /** Where the last of some marks opens before an offset: a bracket without a partner, or a quote. */
  lastOpen(marks: string, offset: number): TextRange | undefined {
    return this.#open.findLast(({ mark, range }) => marks.includes(mark) && range[0] < offset)?.range;
  }
}
