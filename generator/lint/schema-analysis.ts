import type { Catalog } from '../catalog/catalog.js';
import { allSites, SchemaDocuments } from '../catalog/schema-site.js';
import type { FilePlace } from '../load/source.js';
import type { Place } from '../satisfiability/conflict.js';
import { findContradictions, type Findings } from '../satisfiability/contradictions.js';
import { pointerText } from '../schema/pointer.js';

/** What the schemas of a catalog contradict. */
export interface SchemaAnalysis extends Findings {
  /** Where a place stands in the files of the catalog. */
  readonly placeOf: (place: Place) => FilePlace;
}

/** Analyzes what the schemas of a catalog accept. */
export function analyzeSchemas(catalog: Catalog): SchemaAnalysis {
  const documents = new SchemaDocuments(catalog);
  const sites = allSites(catalog).map(({ file, ...site }) => ({ ...site, document: documents.documentOf(file) }));
  return {
    ...findContradictions(sites),
    placeOf: ({ site, at }) => ({ file: documents.fileOf(site), path: [...site.path, ...at] }),
  };
}

/** Most places that a message names. */
const maxNamed = 3;

/** Says where something else stands, with its leading space; nothing where there is nothing else. */
export function elsewhereText(place: FilePlace, others: readonly FilePlace[]): string {
  const texts = others.map(({ file, path }) => `${file === place.file ? '' : file.path}#${pointerText(path)}`);
  const named = [...new Set(texts)].filter((text) => text !== `#${pointerText(place.path)}`).slice(0, maxNamed);
  if (named.length === 0) return '';
  return named.length === 1 ? ` The other stands at ${named[0]}.` : ` The others stand at ${named.join(' and ')}.`;
}
