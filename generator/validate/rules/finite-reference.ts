import type { Catalog } from '../../catalog/catalog.js';
import { allSites, rootSites, type SchemaSite } from '../../catalog/schema-site.js';
import type { FilePlace } from '../../load/source.js';
import type { JsonSchema } from '../../schema/json-schema.js';
import { walkSchema } from '../../schema/keywords.js';
import { circles, targetOf } from '../reference-circles.js';
import type { Rule } from '../rule.js';

/** So many references may follow each other: readers of schemas follow them recursively. */
const maxReferences = 100;

/** Such a schema has no meaning (JSON Schema Core 2020-12, section 9.4.1), or nobody can follow it. */
export const finiteReference: Rule = {
  id: 'finite-reference',
  sentence: 'No schema refers to itself without a property or item in between.',
  check({ catalog }, report) {
    const deep = deepReference(catalog);
    const message = `More than ${maxReferences} references follow each other up to this one: flatten these schemas.`;
    if (deep !== undefined) return report(referenceIn(deep), message);
    for (const circle of circles(catalog)) {
      const site = allSites(catalog).find((each) => circle.includes(each.schema) && targetOf(each, catalog));
      const circular = 'This reference leads back to itself without end: put a property or an item in between.';
      if (site !== undefined) report(referenceIn(site), circular);
    }
  },
};

const referenceIn = ({ file, path }: SchemaSite): FilePlace => ({ file, path: [...path, '$ref'] });

/** The first reference that is reached over too many others, which start outside definitions. */
function deepReference(catalog: Catalog): SchemaSite | undefined {
  const seen = new Set<JsonSchema>();
  const find = ({ file, path, schema }: SchemaSite, depth: number): SchemaSite | undefined => {
    if (seen.has(schema)) return undefined;
    seen.add(schema);
    const sites: SchemaSite[] = [];
    walkSchema(schema, path, (inner, at) => {
      if (!at.slice(path.length).includes('$defs')) sites.push({ file, path: at, schema: inner });
    });
    for (const site of sites) {
      const target = targetOf(site, catalog);
      if (target === undefined || seen.has(target.schema)) continue;
      const found = depth === maxReferences ? site : find(target, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return rootSites(catalog).reduce<SchemaSite | undefined>((found, root) => found ?? find(root, 0), undefined);
}
