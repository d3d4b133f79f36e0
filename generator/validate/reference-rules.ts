import { parse } from 'node:path/posix';
import { isJsonObject } from '../json.js';
import type { SourceFile } from '../load/source.js';
import { likelyMessageName } from '../names.js';
import { valueAt } from '../schema/pointer.js';
import type { Catalog } from '../catalog/catalog.js';
import { endlessReferences, mostReferences } from './endless-references.js';
import { deepReferences } from './reference-depth.js';
import { References, type DanglingReference } from '../schema/references.js';
import type { Rule } from './rule.js';
import { allSites } from '../catalog/schema-site.js';
import { didYouMean } from '../text/suggest.js';

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
  const relative = references.paths.map((path) => fromFile(file, path));
  const like = sameName(reference, file, references);
  return didYouMean(reference, relative) || (like === undefined ? advice : ` Did you mean "${like}"?`);
}

/** What alone has the name that a reference ends with, as of other dialects: `#/definitions/x`, `#/components/schemas/X`, `x`. */
function sameName(reference: string, file: SourceFile, references: References): string | undefined {
  const last = reference.slice(Math.max(reference.lastIndexOf('/'), reference.lastIndexOf('#')) + 1);
  const definitions = valueAt(file.value, [...References.schemaPath(file), '$defs']);
  if (isJsonObject(definitions) && Object.hasOwn(definitions, last)) return `#/$defs/${last}`;
  const [found, ...others] = references.named(likelyMessageName(parse(last).name));
  if (found === undefined || others.length > 0) return undefined;
  return fromFile(file, found);
}

/** A path inside the catalog, as a file refers to it. */
function fromFile(file: SourceFile, path: string): string {
  return '../'.repeat(file.path.split('/').length - 1) + path;
}
