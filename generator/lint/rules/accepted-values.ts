import type { Catalog } from '../../catalog/catalog.js';
import { allSites, SchemaDocuments } from '../../catalog/schema-site.js';
import type { FilePlace } from '../../load/source.js';
import type { Place } from '../../satisfiability/conflict.js';
import { findContradictions, type Findings } from '../../satisfiability/contradictions.js';
import { pointerText } from '../../schema/pointer.js';
import type { LintRule } from '../rule.js';

/** What the schemas of a catalog contradict. */
export interface SchemaAnalysis extends Findings {
  /** Where a place stands in the files of the catalog. */
  readonly placeOf: (place: Place) => FilePlace;
}

/** Analyzes what the schemas of a catalog accept. */
export function analyzeSchemas(catalog: Catalog): SchemaAnalysis {
  const documents = new SchemaDocuments(catalog.references);
  const sites = allSites(catalog).map(({ file, path, schema }) => ({
    document: documents.documentOf(file),
    path,
    schema,
  }));
  return {
    ...findContradictions(sites),
    placeOf: ({ site, at }) => ({
      file: documents.fileOf(site.document) ?? catalog.settingsFile,
      path: [...site.path, ...at],
    }),
  };
}

/** So many places are named in a message. */
const maxNamed = 3;

/** Says where something else stands, with its leading space; nothing where there is nothing else. */
function elsewhereText(place: FilePlace, others: readonly FilePlace[]): string {
  const texts = others.map(({ file, path }) => `${file === place.file ? '' : file.path}#${pointerText(path)}`);
  const named = [...new Set(texts)].filter((text) => text !== `#${pointerText(place.path)}`).slice(0, maxNamed);
  if (named.length === 0) return '';
  return named.length === 1 ? ` The other stands at ${named[0]}.` : ` The others stand at ${named.join(' and ')}.`;
}

/** Rules on what schemas accept. */
export const acceptedValueRules: readonly LintRule[] = [
  {
    id: 'satisfiable-schema',
    // What nothing fits cannot be sent.
    sentence: 'Every schema but `false` accepts some value, of every kind that its `type` lists.',
    check({ analysis }, report) {
      const { contradictions, placeOf } = analysis();
      for (const { message, against, ...place } of contradictions) {
        const at = placeOf(place);
        report(at, message + elsewhereText(at, against.map(placeOf)));
      }
    },
  },
  {
    id: 'distinct-alternative',
    // An alternative that another one covers is never the only one that fits.
    sentence: 'Every alternative of `oneOf` accepts a value that no other accepts.',
    check({ analysis }, report) {
      const { covered, placeOf } = analysis();
      for (const { site, index, other, isSame } of covered) {
        const message = isSame
          ? `This accepts the same as alternative ${other + 1}, and oneOf accepts what fits exactly one: remove it.`
          : `Whatever fits this fits alternative ${other + 1} too, and oneOf accepts what fits exactly one: remove it, or write anyOf.`;
        report(placeOf({ site, at: ['oneOf', index] }), message);
      }
    },
  },
];
