import type { Path } from '../json.js';
import type { SourceFile } from '../load/source.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { keywords, subschemas, type Subschema } from '../schema/keywords.js';
import type { Catalog } from '../catalog/catalog.js';
import { rootSites } from '../catalog/schema-site.js';
import { wordsOf } from './names.js';

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

const typeKeywords: ReadonlySet<unknown> = new Set(
  keywords.filter(({ effect }) => effect === 'type').map(({ name }) => name),
);

/** The schemas inside a schema that describe the value or its parts. Those of `if`, `not` and the like only set conditions. */
function describingSubschemas(schema: JsonSchema): Subschema[] {
  return subschemas(schema).filter(({ path }) => typeKeywords.has(path[0]));
}

/** Lists the fields of a valid catalog, outer ones before those inside them. */
export function fieldsOf(catalog: Catalog): Field[] {
  const fields: Field[] = [];
  const visit = (file: SourceFile, path: Path, schema: JsonSchema, isWithinSecret: boolean): void => {
    const isSecret = isWithinSecret || (typeof schema === 'object' && schema['x-secret'] === true);
    for (const inner of describingSubschemas(schema)) {
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
