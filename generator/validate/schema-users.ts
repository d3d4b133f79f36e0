import { reachable } from '../graph.js';
import { groupBy } from '../group-by.js';
import type { SchemaObject } from '../schema/json-schema.js';
import { subschemas, type Subschema } from '../schema/keywords.js';
import type { Catalog } from '../catalog/catalog.js';
import { allSites } from '../catalog/schema-site.js';

/** One schema is made of another: it has it directly inside, or refers to it. */
export interface Use {
  readonly user: SchemaObject;
  readonly part: SchemaObject;
  /** Leads from the one to the other; `$ref` alone where it refers to it. */
  readonly path: Subschema['path'];
}

/** Which schemas of a catalog are made of which. Only those that are objects count: one `true` is not another. */
export interface Uses {
  /** Of a schema in others. */
  readonly of: (part: unknown) => readonly Use[];
  /** Of others in a schema. */
  readonly by: (user: unknown) => readonly Use[];
}

const remembered = new WeakMap<Catalog, Uses>();

/**
 * Finds which schemas are made of which; once, however many rules ask.
 *
 * @param catalog - A catalog; references that point nowhere are passed over.
 */
export function usesIn(catalog: Catalog): Uses {
  const known = remembered.get(catalog) ?? findUses(catalog);
  remembered.set(catalog, known);
  return known;
}

/**
 * Adds to some schemas of a catalog all that are made of them, directly or not. A definition is part of those that refer to it.
 *
 * @param parts - The schemas.
 * @param catalog - The catalog.
 */
export function withUsers(parts: Iterable<unknown>, catalog: Catalog): ReadonlySet<unknown> {
  const uses = usesIn(catalog);
  const asserting = (part: unknown): readonly Use[] => uses.of(part).filter(({ path }) => path[0] !== '$defs');
  return reachable(parts, (part) => asserting(part).map(({ user }) => user));
}

function findUses(catalog: Catalog): Uses {
  const uses = allSites(catalog).flatMap(({ file, schema }): Use[] => {
    if (typeof schema === 'boolean') return [];
    const parts = subschemas(schema);
    const target = schema.$ref === undefined ? undefined : catalog.references.resolve(schema.$ref, file);
    if (target !== undefined && !('problem' in target)) parts.push({ path: ['$ref'], schema: target.schema });
    return parts.flatMap(({ path, schema: part }) => (typeof part === 'boolean' ? [] : [{ user: schema, part, path }]));
  });
  const byPart = groupBy<Use, unknown>(uses, ({ part }) => part);
  const byUser = groupBy<Use, unknown>(uses, ({ user }) => user);
  return { of: (part) => byPart.get(part) ?? [], by: (user) => byUser.get(user) ?? [] };
}
