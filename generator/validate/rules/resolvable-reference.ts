import { parse } from 'node:path/posix';
import { allSites, type ObjectSchemaSite } from '../../catalog/schema-site.js';
import { isJsonObject } from '../../json.js';
import type { SourceFile } from '../../load/source.js';
import { likelyMessageName } from '../../names.js';
import { valueAt } from '../../schema/pointer.js';
import { References, type DanglingReference } from '../../schema/references.js';
import { didYouMean } from '../../text/suggest.js';
import type { Rule } from '../rule.js';

/** Of a reference that leads nowhere no type can be made; nothing outside the catalog is ever read. */
export const resolvableReference: Rule = {
  id: 'resolvable-reference',
  sentence: 'Every $ref points at a schema inside the catalog.',
  check({ catalog }, report) {
    const sites = allSites(catalog);
    const resources = sites.filter(isEmbedded);
    for (const { file, path, schema } of sites) {
      if (schema.$ref === undefined) continue;
      const at = { file, path: [...path, '$ref'] };
      const reference = JSON.stringify(schema.$ref);
      if (resources.some((each) => each.file === file && each.path.every((key, depth) => key === path[depth]))) {
        report(at, `${reference} stands in a schema with an $id, against which it is read: remove that $id.`);
        continue;
      }
      const target = catalog.references.resolve(schema.$ref, file);
      if (!('problem' in target) || target.isFollowUp) continue;
      report(at, `${reference} ${target.problem}.${suggest(schema.$ref, target, file, catalog.references)}`);
    }
  },
};

/** Whether a schema inside another has an `$id` of its own (JSON Schema Core 2020-12, section 8.2.1). */
const isEmbedded = ({ file, path, schema }: ObjectSchemaSite): boolean =>
  schema.$id !== undefined && path.length > References.schemaPath(file).length;

function suggest(reference: string, found: DanglingReference, file: SourceFile, references: References): string {
  const { meant, advice = '' } = found;
  if (meant !== undefined) return ` Did you mean "${meant}"?`;
  const relative = references.paths.map((path) => fromFile(file, path));
  const like = sameName(reference, file, references);
  return didYouMean(reference, relative) || (like === undefined ? advice : ` Write "${like}", if that is meant.`);
}

/** What alone has the name that a reference ends with, as of other dialects: `#/definitions/x`, `#/components/schemas/X`, `x`. */
function sameName(reference: string, file: SourceFile, references: References): string | undefined {
  const last = reference.slice(Math.max(reference.lastIndexOf('/'), reference.lastIndexOf('#')) + 1);
  const definitions = valueAt(file.value, [...References.schemaPath(file), '$defs']);
  if (isJsonObject(definitions) && Object.hasOwn(definitions, last)) return `#/$defs/${last}`;
  const stem = likelyMessageName(parse(last).name);
  const [found, ...others] = references.paths.filter((path) => parse(path).name === stem);
  if (found === undefined || others.length > 0) return undefined;
  return fromFile(file, found);
}

/** A path inside the catalog, as a file refers to it. */
const fromFile = (file: SourceFile, path: string): string => '../'.repeat(file.path.split('/').length - 1) + path;
