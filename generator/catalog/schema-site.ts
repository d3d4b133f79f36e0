import { getOrInsert } from '../lazy.js';
import type { SourceFile } from '../load/source.js';
import type { SchemaDocument, Site } from '../satisfiability/site.js';
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

/** The files of a catalog as documents of schemas, as the analysis of what schemas accept asks for them. */
export class SchemaDocuments {
  readonly #documents = new Map<SourceFile, SchemaDocument>();
  readonly #files = new Map<SchemaDocument, SourceFile>();

  constructor(private readonly catalog: Catalog) {}

  /** The document of a file; the same each time. */
  documentOf(from: SourceFile): SchemaDocument {
    return getOrInsert(this.#documents, from, () => {
      const document = { target: (reference: string) => this.#target(reference, from) };
      this.#files.set(document, from);
      return document;
    });
  }

  /** The schema of a file, and where it stands. */
  siteOf(file: SourceFile): Site {
    return this.#target('#', file);
  }

  /** The file that a schema stands in; that of the settings for one that is of no file. */
  fileOf({ document }: Site): SourceFile {
    return this.#files.get(document) ?? this.catalog.settingsFile;
  }

  #target(reference: string, from: SourceFile): Site {
    const { file, path, schema } = this.catalog.references.target(reference, from);
    return { document: this.documentOf(file), path, schema };
  }
}
