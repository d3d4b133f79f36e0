import { reachable } from '../graph.js';
import type { SchemaObject } from '../schema/json-schema.js';
import { subschemas } from '../schema/keywords.js';
import type { Catalog } from '../catalog/catalog.js';
import { allSites } from '../catalog/schema-site.js';

/**
 * Adds to some schemas of a catalog all that hold them or refer to them, directly or not. A definition is part of those that
 * refer to it. Only schemas that are objects count: one `true` is not another.
 *
 * @param parts - The schemas.
 * @param catalog - A catalog; references that point nowhere are passed over.
 */
export function withUsers(parts: Iterable<unknown>, catalog: Catalog): ReadonlySet<unknown> {
  const users = new Map<unknown, SchemaObject[]>();
  for (const { file, schema } of allSites(catalog)) {
    if (typeof schema === 'boolean') continue;
    const used: unknown[] = subschemas(schema).flatMap(({ path, schema: part }) =>
      path[0] === '$defs' || path[0] === 'definitions' ? [] : part,
    );
    const target = schema.$ref === undefined ? undefined : catalog.references.resolve(schema.$ref, file);
    if (target !== undefined && !('problem' in target)) used.push(target.schema);
    for (const part of used) {
      if (typeof part === 'boolean') continue;
      const known = users.get(part);
      if (known === undefined) users.set(part, [schema]);
      else known.push(schema);
    }
  }
  return reachable(parts, (part) => users.get(part) ?? []);
}
