import type { JsonSchema } from '../schema/json-schema.js';
import type { Catalog } from './catalog.js';
import { allSites, type SchemaSite } from './schema-site.js';

/** Keywords whose schemas apply to the very value that the outer schema applies to. */
const inPlace = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'] as const;

/**
 * Finds references that lead back to themselves without descending into the value: such a schema has no meaning
 * (JSON Schema Core 2020-12, section 9.4.1).
 *
 * @param catalog - A catalog; references that point nowhere are passed over.
 */
export function endlessReferences({ references, ...catalog }: Catalog): SchemaSite[] {
  const verdicts = new Map<JsonSchema, boolean>();

  /** Whether following in-place schemas from here comes back to one that is being followed. */
  const leadsBack = (site: SchemaSite, open: ReadonlySet<JsonSchema>): boolean => {
    const { file, schema } = site;
    if (typeof schema === 'boolean') return false;
    if (open.has(schema)) return true;
    const known = verdicts.get(schema);
    if (known !== undefined) return known;
    const within = new Set(open).add(schema);
    const target = schema.$ref === undefined ? undefined : references.resolve(schema.$ref, file);
    const next: SchemaSite[] = inPlace
      .flatMap((keyword) => schema[keyword] ?? [])
      .map((inner) => ({ file, path: site.path, schema: inner }));
    if (target !== undefined && !('problem' in target))
      next.push({ file: target.file, path: [], schema: target.schema });
    const verdict = next.some((each) => leadsBack(each, within));
    verdicts.set(schema, verdict);
    return verdict;
  };
  return allSites({ references, ...catalog }).filter(
    (site) => typeof site.schema === 'object' && site.schema.$ref !== undefined && leadsBack(site, new Set()),
  );
}
