import type { Catalog } from '../../catalog/catalog.js';
import { allSites, rootSites, type SchemaSite } from '../../catalog/schema-site.js';
import type { FilePlace } from '../../load/source.js';
import type { JsonSchema } from '../../schema/json-schema.js';
import { walkSchema } from '../../schema/keywords.js';
import { circles } from '../reference-circles.js';
import type { Rule } from '../rule.js';

/** Most references that may follow each other: readers of schemas follow them recursively. */
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
      const site = allSites(catalog).find((each) => circle.includes(each.schema) && catalog.references.targetOf(each));
      const circular = 'This reference leads back to itself without end: put a property or an item in between.';
      if (site !== undefined) report(referenceIn(site), circular);
    }
  },
};

const referenceIn = ({ file, path }: SchemaSite): FilePlace => ({ file, path: [...path, '$ref'] });

/** The first reference that is reached over too many others, which start outside definitions. */
function deepReference(catalog: Catalog): SchemaSite | undefined {
  const seen = new Set<JsonSchema>();
  let found: SchemaSite | undefined;
  const visit = ({ file, path: root, schema: outer }: SchemaSite, depth: number): void =>
    walkSchema(outer, root, (schema, path) => {
      if (found !== undefined || seen.has(schema) || path.slice(root.length).includes('$defs')) return false;
      seen.add(schema);
      const site = { file, path, schema };
      const target = catalog.references.targetOf(site);
      if (target === undefined || seen.has(target.schema)) return true;
      if (depth === maxReferences) found = site;
      else visit(target, depth + 1);
      return true;
    });
  for (const root of rootSites(catalog)) visit(root, 0);
  return found;
}
