import { getOrInsert } from '../lazy.js';
import { walkSchema } from '../schema/keywords.js';
import type { SchemaObject } from '../schema/json-schema.js';
import type { Catalog } from './catalog.js';
import { References, type SchemaSite } from '../schema/references.js';

export type { SchemaSite };

/** A schema that is an object, and the place in a file where it stands. */
export interface ObjectSchemaSite extends SchemaSite {
  readonly schema: SchemaObject;
}

/** The outermost schemas of a catalog: every payload and every shared type. */
export function rootSites({ messages, types }: Catalog): SchemaSite[] {
  return [
    ...messages.map(({ file, payload }) => ({ file, path: References.schemaPath(file), schema: payload })),
    ...types.map(({ file, schema }) => ({ file, path: References.schemaPath(file), schema })),
  ];
}

const sitesOf = new WeakMap<Catalog, readonly ObjectSchemaSite[]>();

/** Every schema of a catalog that is an object, at every depth; found once, however many rules ask. */
export function allSites(catalog: Catalog): readonly ObjectSchemaSite[] {
  return getOrInsert(sitesOf, catalog, () => {
    const sites: ObjectSchemaSite[] = [];
    for (const { file, path, schema } of rootSites(catalog))
      walkSchema(schema, path, (inner, at) => {
        if (typeof inner === 'object') sites.push({ file, path: at, schema: inner });
      });
    return sites;
  });
}
