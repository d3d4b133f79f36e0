import { split } from 'change-case';
import type { Path } from '../json.js';
import type { SourceFile } from '../load/source.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { keywords, subschemas } from '../schema/keywords.js';
import type { Catalog } from '../catalog/catalog.js';
import { rootSites } from '../catalog/schema-site.js';

/** A property that a payload or shared type lists, at any depth. */
export interface Field {
  readonly file: SourceFile;
  /** Leads from the root of the file to the field's schema. */
  readonly path: Path;
  readonly name: string;
  /** The words of the name, in lower case, with a space between. */
  readonly words: string;
  readonly schema: JsonSchema;
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
  const visit = (file: SourceFile, path: Path, schema: JsonSchema, isWithinSecret: boolean): void => {
    const isSecret = isWithinSecret || (typeof schema === 'object' && schema['x-secret'] === true);
    for (const inner of subschemas(schema)) {
      if (!typeKeywords.has(inner.path[0])) continue;
      const innerPath = [...path, ...inner.path];
      if (inner.path[0] === 'properties') {
        const name = String(inner.path[1]);
        const words = wordsOf(name).join(' ');
        fields.push({ file, path: innerPath, name, words, schema: inner.schema, isWithinSecret: isSecret });
      }
      visit(file, innerPath, inner.schema, isSecret);
    }
  };
  for (const { file, path, schema } of rootSites(catalog)) visit(file, path, schema, false);
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
