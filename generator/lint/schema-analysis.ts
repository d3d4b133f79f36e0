import type { Catalog } from '../catalog/catalog.js';
import { SchemaDocuments } from '../catalog/schema-documents.js';
import { allSites } from '../catalog/schema-site.js';
import { findContradictions, type Findings } from '../satisfiability/contradictions.js';
import type { Place } from '../satisfiability/conflict.js';
import { pointerText } from '../schema/pointer.js';
import type { Finding } from './rule.js';

/** What the schemas of a catalog contradict, and where that stands. */
interface SchemaAnalysis extends Findings {
  /** Where a place stands in the files of the catalog. */
  readonly placeOf: (place: Place) => Pick<Finding, 'file' | 'path'>;
}

const analyses = new WeakMap<Catalog, SchemaAnalysis>();

/** Analyzes the schemas of a catalog; once, however many rules ask. */
export function analyzeSchemas(catalog: Catalog): SchemaAnalysis {
  const known = analyses.get(catalog);
  if (known !== undefined) return known;
  const documents = new SchemaDocuments(catalog.references);
  const sites = allSites(catalog).map(({ file, path, schema }) => ({
    document: documents.documentOf(file),
    path,
    schema,
  }));
  const analysis: SchemaAnalysis = {
    ...findContradictions(sites),
    placeOf: ({ site, at }) => ({
      file: documents.fileOf(site.document) ?? catalog.settingsFile,
      path: [...site.path, ...at],
    }),
  };
  analyses.set(catalog, analysis);
  return analysis;
}

/** So many places are named in a message. */
const maxNamed = 3;

/** Says where something else stands, with its leading space; nothing where there is nothing else. */
export function elsewhereText(
  place: Pick<Finding, 'file' | 'path'>,
  others: readonly Pick<Finding, 'file' | 'path'>[],
): string {
  const texts = others.map(({ file, path }) => `${file === place.file ? '' : file.path}#${pointerText(path)}`);
  const named = [...new Set(texts)].filter((text) => text !== `#${pointerText(place.path)}`).slice(0, maxNamed);
  if (named.length === 0) return '';
  return named.length === 1 ? ` The other stands at ${named[0]}.` : ` The others stand at ${named.join(' and ')}.`;
}
