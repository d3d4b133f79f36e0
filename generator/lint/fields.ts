import { split } from 'change-case';
import type { JsonSchema } from '../schema/json-schema.js';
import { keywords, subschemas } from '../schema/keywords.js';
import type { Catalog } from '../catalog/catalog.js';
import { rootSites, type SchemaSite } from '../catalog/schema-site.js';

/** A property that a payload or shared type lists, at any depth. */
export interface Field extends SchemaSite {
  readonly name: string;
  /** The words of the name, in lower case, with a space between. */
  readonly words: string;
  /** Whether a schema around it has `x-secret`, so that it is never printed. */
  readonly isWithinSecret: boolean;
}

/** Schemas inside others describe the value or its parts; those of `if`, `not` and the like only set conditions. */
const typeKeywords: ReadonlySet<unknown> = new Set(
  keywords.filter(({ effect }) => effect === 'type').map(({ name }) => name),
);

/** Lists the fields of a valid catalog, outer ones before those inside them. */
export function fieldsOf(catalog: Catalog): Field[] {
  const fields: Field[] = [];
  const visit = ({ file, path, schema }: SchemaSite, isWithinSecret: boolean): void => {
    const isSecret = isWithinSecret || (typeof schema === 'object' && schema['x-secret'] === true);
    for (const inner of subschemas(schema)) {
      const [keyword, key] = inner.path;
      if (!typeKeywords.has(keyword)) continue;
      const site = { file, path: [...path, ...inner.path], schema: inner.schema };
      const name = String(key);
      if (keyword === 'properties')
        fields.push({ ...site, name, words: wordsOf(name).join(' '), isWithinSecret: isSecret });
      visit(site, isSecret);
    }
  };
  for (const site of rootSites(catalog)) visit(site, false);
  return fields;
}

/** The words of a name in any case, in lower case: `accessKeyId` is `access`, `key`, `id`. */
export function wordsOf(name: string): string[] {
  // Most are one word: splitting takes ten times as long as looking.
  if (/^[A-Z]?[a-z]+$/.test(name)) return [name.toLowerCase()];
  return split(name)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** What a schema is said to be; empty where nothing is said. */
export function descriptionOf(schema: JsonSchema): string {
  return typeof schema === 'boolean' ? '' : (schema.description ?? schema.title ?? '').trim();
}
