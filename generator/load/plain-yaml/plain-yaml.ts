import { addEntry, PlainFlowReader } from './plain-flow.js';
import { plainKey, plainValue, quoted } from './plain-scalar.js';
import type { Json } from '../../json.js';

/** Characters that are no plain text or that readers see differently, spaces at the end of a line, and an open last line. */
const unusual = /[^\n -~\u00a1-\u2027\u202a-\ufefe\uff00-\ufffd]| \n|[^\n]$/;

/** Deepest nesting of lists and mappings. */
const maxLevels = 30;

/** A key, and what stands behind its colon. */
const entryForm = new RegExp(`^(${plainKey}|${quoted}):(?: +(.*))?$`);

/**
 * Reads YAML that is written the plain way, as most is, in a tenth of the library's time; gives `undefined` for all other,
 * also with mistakes. The forms are narrow: what they let pass means the same to every reader of YAML.
 */
export function readPlainYaml(text: string): Json | undefined {
  return unusual.test(text) || !text.isWellFormed() ? undefined : new PlainReader(text.split('\n')).document();
}

class PlainReader {
  #at = 0;

  constructor(private readonly lines: string[]) {}

  /** `undefined` here and below: this is not plain. */
  document(): Json | undefined {
    const value = this.#next() === 0 ? this.#collection(0, maxLevels) : undefined;
    return this.#next() === undefined ? value : undefined;
  }

  /** Passes empty lines and comments. Returns the indentation of the line that follows, if there is one. */
  #next(): number | undefined {
    for (; this.#at < this.lines.length; this.#at += 1) {
      const indentation = this.#line.search(/[^ ]/);
      if (indentation >= 0 && this.#line[indentation] !== '#') return indentation;
    }
    return undefined;
  }

  get #line(): string {
    return this.lines[this.#at] ?? '';
  }

  /** The mapping or list whose first entry starts in this column of the line. */
  #collection(column: number, levels: number): Json | undefined {
    if (levels === 0) return undefined;
    return this.#line.startsWith('- ', column) ? this.#list(column, levels - 1) : this.#mapping(column, levels - 1);
  }

  #list(column: number, levels: number): Json | undefined {
    const items: Json[] = [];
    do {
      const start = column + (/^- +/.exec(this.#line.slice(column))?.[0].length ?? 0);
      const rest = this.#line.slice(start);
      const isCollection = rest.startsWith('- ') || entryForm.test(rest);
      // A collection that starts behind a dash reads as if the dash were a space.
      if (isCollection) this.lines[this.#at] = ' '.repeat(start) + rest;
      const item = isCollection ? this.#collection(start, levels) : this.#value(rest, column, levels);
      if (item === undefined) return undefined;
      items.push(item);
    } while (this.#next() === column && this.#line.startsWith('- ', column));
    return items;
  }

  #mapping(column: number, levels: number): Json | undefined {
    const object: { [key: string]: Json } = {};
    do {
      const [, key, rest = ''] = entryForm.exec(this.#line.slice(column)) ?? [];
      if (key === undefined) return undefined;
      const value =
        rest === '' || rest.startsWith('#') ? this.#inner(column, levels) : this.#value(rest, column, levels);
      if (value === undefined || !addEntry(object, key, value)) return undefined;
    } while (this.#next() === column);
    return object;
  }

  /** The value of a key that has none on its own line. */
  #inner(column: number, levels: number): Json | undefined {
    this.#at += 1;
    const next = this.#next() ?? 0;
    // The dashes of a list may stand right below its key.
    const isCollection = next > column || (next === column && this.#line.startsWith('- ', column));
    return isCollection ? this.#collection(next, levels) : null;
  }

  /** A value that starts on the line of its key or dash, which stands in this column. */
  #value(text: string, column: number, levels: number): Json | undefined {
    this.#at += 1;
    if (/^[|>]-?$/.test(text)) return this.#block(text, column);
    if (/^["'[{]/.test(text)) return new PlainFlowReader(text).read(levels);
    const [plain = ''] = text.split(/(?<! ) +#/, 1);
    return /:(?: |$)/.test(plain) ? undefined : plainValue(plain);
  }

  /** A text in lines of its own (YAML 1.2.2, section 8.1): literal or folded, the last line break kept or not. */
  #block(header: string, column: number): string | undefined {
    const indentation = this.#line.search(/[^ ]/);
    if (indentation <= column) return undefined;
    const lines: string[] = [];
    for (; this.#at < this.lines.length; this.#at += 1) {
      const line = this.#line;
      if (line !== '' && line.search(/[^ ]/) < indentation) break;
      lines.push(line.slice(indentation));
    }
    while (lines.at(-1) === '') lines.pop();
    if (header.startsWith('>') && lines.some((line) => line.startsWith(' '))) return undefined;
    const text = header.startsWith('|') ? lines.join('\n') : folded(lines);
    return header.endsWith('-') ? text : `${text}\n`;
  }
}

/** Lines of a paragraph are joined by spaces; empty lines between are line breaks. */
function folded(lines: readonly string[]): string {
  return lines.join('\n').replaceAll(/(?<!\n)\n(?!\n)|\n(\n+)/g, (_, breaks: string | undefined) => breaks ?? ' ');
}
