import { reachable } from '../graph.js';
import { subschemas } from '../schema/keywords.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import type { Catalog } from './catalog.js';
import { allSites } from './schema-site.js';

/**
 * Adds to some schemas of a catalog all that are made of them: those that have them inside, at any depth, or refer to them.
 *
 * @param parts - Schemas that are objects: one `true` is not another.
 * @param catalog - A catalog; references that point nowhere are passed over.
 */
export function withUsers(parts: Iterable<unknown>, catalog: Catalog): ReadonlySet<unknown> {
  const users = new Map<JsonSchema, SchemaObject[]>();
  const use = (part: JsonSchema, user: SchemaObject): void => {
    if (typeof part === 'boolean') return;
    const known = users.get(part);
    if (known === undefined) users.set(part, [user]);
    else known.push(user);
  };
  for (const { file, schema } of allSites(catalog)) {
    if (typeof schema === 'boolean') continue;
    for (const part of subschemas(schema)) use(part.schema, schema);
    const target = schema.$ref === undefined ? undefined : catalog.references.resolve(schema.$ref, file);
    if (target !== undefined && !('problem' in target)) use(target.schema, schema);
  }
  return reachable(parts, (part) => users.get(part as JsonSchema) ?? []);
}
