import { plainKey, plainValue, quoted, quotedText } from './plain-scalar.js';
import type { Json } from '../../json.js';

const quotedForm = new RegExp(quoted, 'y');
const keyForm = new RegExp(`(${plainKey}|${quoted}): +`, 'y');

/** Readers need not look further for the colon of a key (YAML 1.2.2, section 7.4.2, says 1,024 characters). */
const maxKeyLength = 1000;

/** A scalar without quotes between brackets: brackets and commas end it, and so does a colon before any of them. */
const plainForm = /(?:[^ ,[\]{}:]|:(?=[^ ,[\]{}])| +(?=[^ ,[\]{}:#]))+/y;

/** Reads a value that stands on one line: a text in quotes, a list or mapping in brackets, and what is in it. */
export class PlainFlowReader {
  #at = 0;

  /** @param text - The value, and on the same line nothing but a comment behind it. */
  constructor(private readonly text: string) {}

  /** The value, of at most so many lists and mappings in each other; `undefined` where it is written in any other way. */
  read(levels: number): Json | undefined {
    const value = this.#value(levels);
    return this.#take(/(?: +#.*)?$/y) === undefined ? undefined : value;
  }

  #value(levels: number): Json | undefined {
    if (levels === 0) return undefined;
    if (this.#take(/\[ */y) !== undefined) return this.#list(levels - 1);
    if (this.#take(/\{ */y) !== undefined) return this.#mapping(levels - 1);
    const text = this.#take(quotedForm);
    if (text !== undefined) return quotedText(text);
    const plain = this.#take(plainForm);
    return plain === undefined ? undefined : plainValue(plain);
  }

  #list(levels: number): Json | undefined {
    const items: Json[] = [];
    if (this.#take(/\]/y) !== undefined) return items;
    do {
      const item = this.#value(levels);
      if (item === undefined) return undefined;
      items.push(item);
    } while (this.#take(/ *, */y) !== undefined);
    return this.#take(/ *\]/y) === undefined ? undefined : items;
  }

  #mapping(levels: number): Json | undefined {
    const object: { [key: string]: Json } = {};
    if (this.#take(/\}/y) !== undefined) return object;
    do {
      const key = this.#take(keyForm, 1);
      const value = key === undefined ? undefined : this.#value(levels);
      if (key === undefined || value === undefined || !addEntry(object, key, value)) return undefined;
    } while (this.#take(/ *, */y) !== undefined);
    return this.#take(/ *\}/y) === undefined ? undefined : object;
  }

  /** Passes what a form matches here, and returns it or a group of it; `undefined` where it does not match. */
  #take(form: RegExp, group = 0): string | undefined {
    form.lastIndex = this.#at;
    const match = form.exec(this.text);
    if (match === null) return undefined;
    this.#at = form.lastIndex;
    return match[group];
  }
}

/** Adds an entry by its key as written, if that is plain: new, of ordinary length, and without a meaning to anyone. */
export function addEntry(object: { [key: string]: Json }, key: string, value: Json): boolean {
  const name = /^["']/.test(key) ? quotedText(key) : key;
  const isSpecial = name === '__proto__' || name === '<<';
  if (isSpecial || key.length > maxKeyLength || Object.hasOwn(object, name)) return false;
  object[name] = value;
  return true;
}
