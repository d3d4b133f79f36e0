import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Model } from '../../model/model.js';
import { escapeInvisible, unicodeEscape } from '../../text/escape.js';
import { fieldRows } from '../markdown/field-rows.js';
import { summary } from '../markdown/markdown.js';
import { fieldId, type PageContext } from './fields.js';

/** One thing that a search can find; short names, since there are thousands of them. */
interface Entry {
  /** Address from the site's root. */
  readonly u: string;
  /** `m` for a message, `f` for a field, `t` for a shared type. */
  readonly k: 'm' | 'f' | 't';
  /** Its name; of a field, its path. */
  readonly n: string;
  /** The message that a field belongs to. */
  readonly o?: string;
  /** What it says. */
  readonly d: string;
}

/** What a search looks through, as JSON that cannot end the script element that it stands in. */
export function searchIndex({ messages, types }: Model, { types: named }: PageContext): string {
  const entries = [
    ...messages.flatMap(({ name, description, payload }): Entry[] => [
      { u: `messages/${name}.html`, k: 'm', n: name, d: description.replaceAll(/\s+/g, ' ') },
      ...fieldRows(payload.type, named).map(({ path, notes }): Entry => ({
        u: `messages/${name}.html#${fieldId(path)}`,
        k: 'f',
        n: path,
        o: name,
        d: summary(notes.description),
      })),
    ]),
    ...types.map(({ name, fileName, notes }): Entry => ({
      u: `types/${fileName}.html`,
      k: 't',
      n: name,
      d: summary(notes.description),
    })),
  ];
  const escaped = (character: string): string => character.split('').map(unicodeEscape).join('');
  return escapeInvisible(JSON.stringify(entries), escaped).replaceAll('<', unicodeEscape);
}

/** Source of minisearch, which defines the global `MiniSearch`; its map is not there. */
export function searchLibrary(): string {
  const file = join(dirname(createRequire(import.meta.url).resolve('minisearch')), '../umd/index.js');
  return readFileSync(file, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '');
}
