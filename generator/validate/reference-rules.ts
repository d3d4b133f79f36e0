import type { SourceFile } from '../load/source.js';
import type { Catalog } from './catalog.js';
import { endlessReferences, mostReferences } from './endless-references.js';
import { deepReferences } from './reference-depth.js';
import type { DanglingReference } from './references.js';
import type { Rule } from './rule.js';
import { allSites } from './schema-site.js';
import { didYouMean } from './suggest.js';

/** Rules on what schemas refer to. */
export const referenceRules: readonly Rule[] = [
  {
    id: 'resolvable-reference',
    sentence: 'Every $ref points at a schema inside the catalog.',
    check(catalog, report) {
      for (const { file, path, schema } of allSites(catalog)) {
        if (typeof schema === 'boolean' || schema.$ref === undefined) continue;
        const target = catalog.references.resolve(schema.$ref, file);
        if ('problem' in target && !target.isFollowUp) {
          report(
            file,
            [...path, '$ref'],
            `${JSON.stringify(schema.$ref)} ${target.problem}.${suggestReference(schema.$ref, target, file, catalog)}`,
          );
        }
      }
    },
  },
  {
    id: 'finite-reference',
    sentence: 'No schema refers to itself without a property or item in between.',
    check(catalog, report) {
      const endless = endlessReferences(catalog);
      for (const { file, path, isCircle } of endless) {
        const message = isCircle
          ? 'This reference leads back to itself without end: put a property or an item in between.'
          : `This reference leads on to more than ${mostReferences} others: refer to the last one.`;
        report(file, [...path, '$ref'], message);
      }
      for (const { file, path } of endless.length > 0 ? [] : deepReferences(catalog)) {
        const message = `From here on more than ${mostReferences} references follow each other: flatten these schemas.`;
        report(file, [...path, '$ref'], message);
      }
    },
  },
];

function suggestReference(
  reference: string,
  { meant, advice = '' }: DanglingReference,
  file: SourceFile,
  { references }: Catalog,
): string {
  if (meant !== undefined) return ` Did you mean "${meant}"?`;
  const depth = file.path.split('/').length - 1;
  const relative = references.paths.map((path) => '../'.repeat(depth) + path);
  return didYouMean(reference, relative) || advice;
}
