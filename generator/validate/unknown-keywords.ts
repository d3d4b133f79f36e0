import type { SchemaObject } from '../schema/json-schema.js';
import { keywords } from '../schema/keywords.js';
import { nearest } from '../text/suggest.js';
import { otherDialectKeyword } from './other-dialects.js';

const names: readonly string[] = keywords.map(({ name }) => name);
const known: ReadonlySet<string> = new Set(names);
const ownExtensions = names.filter((name) => name.startsWith('x-'));

/** The keywords of a schema that neither JSON Schema 2020-12 nor this project knows. */
export function unknownKeywords(schema: SchemaObject): string[] {
  return Object.keys(schema).filter((name) => !known.has(name));
}

/**
 * The keyword that an unknown one was likely meant as, by one slip or two.
 *
 * @returns `undefined` where none is near, and for keywords of other dialects, which are no slips.
 */
export function meantKeyword(name: string): string | undefined {
  if (otherDialectKeyword(name) !== undefined) return undefined;
  return nearest(name, name.startsWith('x-') ? ownExtensions : names);
}
