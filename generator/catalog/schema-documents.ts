import type { SourceFile } from '../load/source.js';
import type { SchemaDocument, Site } from '../satisfiability/site.js';
import { References } from '../schema/references.js';

/** The files of a catalog as documents of schemas, as the analysis of what schemas accept asks for them. */
export class SchemaDocuments {
  readonly #references: References;
  readonly #documents = new Map<SourceFile, SchemaDocument>();
  readonly #files = new Map<SchemaDocument, SourceFile>();

  /** @param references - Those of the catalog. */
  constructor(references: References) {
    this.#references = references;
  }

  /** The document of a file; the same each time. */
  documentOf(file: SourceFile): SchemaDocument {
    const existing = this.#documents.get(file);
    if (existing !== undefined) return existing;
    const document: SchemaDocument = {
      target: (reference) => {
        const { file: target, pointer, schema } = this.#references.target(reference, file);
        return { document: this.documentOf(target), path: [...References.schemaPath(target), ...pointer], schema };
      },
    };
    this.#documents.set(file, document);
    this.#files.set(document, file);
    return document;
  }

  /** The schema of a file, and where it stands. */
  siteOf(file: SourceFile): Site {
    return {
      document: this.documentOf(file),
      path: References.schemaPath(file),
      schema: this.#references.target('#', file).schema,
    };
  }

  /** The file of a document; `undefined` of one that is of no file. */
  fileOf(document: SchemaDocument): SourceFile | undefined {
    return this.#files.get(document);
  }
}
