import { bareSchema } from '../../../../../generator/model/bare-schema.js';
import type { JsonSchema, SchemaMap } from '../../../../../generator/schema/json-schema.js';
import { keywords } from '../../../../../generator/schema/keywords.js';
import type { Schema } from '../runtime/schema.js';

/**
 * A catalog's schema as emitted code holds it: bare, with functions for references.
 *
 * @param schema - The schema; its references point at its own `$defs`.
 */
export function linkSchema(schema: JsonSchema): Schema {
  const definitions = new Map<string, Schema>();
  const source: SchemaMap = typeof schema === 'boolean' ? {} : (schema.$defs ?? {});
  const link = (each: JsonSchema): Schema => {
    if (typeof each === 'boolean') return each;
    const linked = Object.entries(each).map(([name, content]: [string, unknown]) => {
      const holds = keywords.find((keyword) => keyword.name === name)?.holds;
      if (name === '$ref') return [name, () => definitions.get(String(content)) ?? false];
      if (holds === 'schema') return [name, link(content as JsonSchema)];
      if (holds === 'list') return [name, (content as readonly JsonSchema[]).map(link)];
      if (holds === 'map') return [name, linkMap(content as SchemaMap)];
      return [name, content];
    });
    return Object.fromEntries(linked) as Schema;
  };
  const linkMap = (map: SchemaMap): object =>
    Object.fromEntries(Object.entries(map).map(([name, inner]) => [name, link(inner)]));
  const bare = (each: JsonSchema): Schema => link(bareSchema(each, (reference) => reference));
  for (const [name, each] of Object.entries(source)) definitions.set(`#/$defs/${name}`, bare(each));
  return bare(schema);
}
