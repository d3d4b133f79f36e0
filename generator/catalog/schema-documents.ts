import { getOrInsert } from '../lazy.js';
import type { SourceFile } from '../load/source.js';
import type { SchemaDocument, Site } from '../satisfiability/site.js';
import type { References } from '../schema/references.js';

/** The files of a catalog as documents of schemas, as the analysis of what schemas accept asks for them. */
export class SchemaDocuments {
  readonly #documents = new Map<SourceFile, SchemaDocument>();
  readonly #files = new Map<SchemaDocument, SourceFile>();

  /** @param references - Those of the catalog. */
  constructor(private readonly references: References) {}

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

  /** The file of a document; `undefined` of one that is of no file. */
  fileOf(document: SchemaDocument): SourceFile | undefined {
    return this.#files.get(document);
  }

  #target(reference: string, from: SourceFile): Site {
    const { file, path, schema } = this.references.target(reference, from);
    return { document: this.documentOf(file), path, schema };
  }
}
