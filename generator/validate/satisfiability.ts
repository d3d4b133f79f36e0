import type { Path } from '../load/source.js';
import { kindsOf } from '../model/value-kinds.js';
import type { JsonSchema } from '../schema/json-schema.js';
import type { Catalog } from './catalog.js';
import { contradictions } from './contradictions.js';
import { canFollow } from './endless-references.js';
import { endlessProperties } from './finite-values.js';
import { allSites, type SchemaSite } from './schema-site.js';

/** A schema that no value fits. */
export interface Unsatisfiable {
  readonly site: SchemaSite;
  /** Leads from the schema to the keyword at fault. */
  readonly at: Path;
  readonly message: string;
}

/**
 * Finds schemas that nothing satisfies: keywords that contradict each other, parts that leave no kind of value, required
 * properties that ask for the very object that they belong to. What lies in combinations of formats, patterns and
 * conditions stays unfound.
 *
 * @param catalog - A catalog; where a reference leads nowhere, only keywords of one schema are compared.
 */
export function unsatisfiable(catalog: Catalog): Unsatisfiable[] {
  const sites = allSites(catalog);
  const found = sites.flatMap((site) =>
    typeof site.schema === 'boolean' ? [] : contradictions(site.schema).map((problem) => ({ site, ...problem })),
  );
  if (!canFollow(catalog)) return found;
  const empty = new Set(sites.filter((site) => isEmpty(site, catalog)).map(({ schema }) => schema));
  for (const site of sites) {
    if (empty.has(site.schema) && !dependsOn(site, empty, catalog)) found.push({ site, ...emptyWords(site) });
  }
  for (const { site, name, index } of endlessProperties(catalog)) {
    const message = `Every value of ${JSON.stringify(name)} would hold another without end: make it optional, or allow null.`;
    found.push({ site, at: ['required', index], message });
  }
  return found;
}

function isEmpty({ file, schema }: SchemaSite, { references }: Catalog): boolean {
  return typeof schema === 'object' && kindsOf(schema, file, references).length === 0;
}

/** Whether a part of the schema accepts nothing by itself: that is told there. */
function dependsOn({ file, schema }: SchemaSite, empty: ReadonlySet<JsonSchema>, { references }: Catalog): boolean {
  if (typeof schema === 'boolean') return false;
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (schema.$ref !== undefined) parts.push(references.target(schema.$ref, file).schema);
  return parts.some((part) => empty.has(part));
}

function emptyWords({ schema }: SchemaSite): Pick<Unsatisfiable, 'at' | 'message'> {
  const message =
    'No value fits all parts of this schema, since they ask for different kinds of values: correct one of them.';
  const keyword = (['const', 'enum', 'type', 'allOf', 'anyOf', 'oneOf', '$ref'] as const).find(
    (name) => typeof schema === 'object' && schema[name] !== undefined,
  );
  return { at: keyword === undefined ? [] : [keyword], message };
}
