import type { Path } from '../../json.js';
import type { JsonSchema } from '../../schema/json-schema.js';
import { pointerText } from '../../schema/pointer.js';
import type { Catalog } from '../../catalog/catalog.js';
import { missingProperties } from '../required-properties.js';
import { allSites, type SchemaSite } from '../../catalog/schema-site.js';
import { inside, type Conflict, type CoveredBranch, type ObjectSite } from './conflict.js';
import { repeatedBranches } from './covered-branches.js';
import type { Emptiness } from './emptiness.js';
import { judgementOf, type Judgement } from './judgement.js';

/** A schema that no value fits. */
export interface Unsatisfiable {
  readonly site: SchemaSite;
  /** Leads from the schema to the keyword at fault. */
  readonly at: Path;
  readonly message: string;
}

/**
 * Finds schemas that nothing satisfies: keywords that contradict each other, parts that leave no kind of value, keywords
 * that ask for the very value that they belong to. Whatever is found is sure; what lies in combinations of
 * several alternatives, or in patterns too large to be analysed, stays unfound.
 *
 * @param catalog - A catalog; where a reference leads nowhere, only schemas that refer to none are judged. What lacks parts of
 *   the wrong structure is judged where it can only accept more for it.
 */
export function unsatisfiable(catalog: Catalog): Unsatisfiable[] {
  const { emptiness, empty, endless, sites } = judgementOf(catalog);
  const found = sites.flatMap((site): readonly Unsatisfiable[] => {
    const conflicts = empty.get(site.schema);
    const [, ...parts] = emptiness.conjuncts(site);
    if (conflicts === undefined || parts.some(({ schema }) => empty.has(schema))) return [];
    if (conflicts.length === 0) return isToldInside(site, empty) ? [] : [{ site, ...kindWords(site.schema) }];
    return conflicts
      .filter((conflict) => !isTold(conflict, empty))
      .map((conflict) => placed(conflict, site, emptiness));
  });
  found.push(...endless.filter(({ site }) => !empty.has(site.schema)));
  return withoutTold(found, catalog);
}

/**
 * Finds kinds of values that a schema lists in `type` beside others, and of which no value fits its limits. What `not`,
 * alternatives and conditions exclude may well be meant so.
 *
 * @param catalog - A catalog; where a reference leads nowhere, only schemas that refer to none are judged.
 */
export function impossibleKinds(catalog: Catalog): Unsatisfiable[] {
  const { empty, limits } = judgementOf(catalog);
  const isNew = (each: Conflict): boolean => !isTold(each, empty);
  return withoutTold(
    limits.toReversed().flatMap((conflicts) => conflicts.filter(isNew)),
    catalog,
  );
}

/** What stands in a type that a schema refers to may well be right: the reference is shown then. */
function placed(conflict: Conflict, site: ObjectSite, emptiness: Emptiness): Unsatisfiable {
  const isInside =
    conflict.site.file === site.file && site.path.every((part, depth) => conflict.site.path[depth] === part);
  if (isInside) return conflict;
  const leads = (part: JsonSchema, at: Path): boolean =>
    emptiness.conjuncts(inside(site, at, part)).some(({ schema }) => schema === conflict.site.schema);
  const part = (site.schema.allOf ?? []).findIndex((each, index) => leads(each, ['allOf', index]));
  return { site, at: part < 0 ? ['$ref'] : ['allOf', part], message: conflict.message };
}

/** Whether a schema inside is the cause, that no value fits either: that is told there. */
function isTold({ causes = [] }: Conflict, empty: Judgement['empty']): boolean {
  return causes.some((cause) => empty.has(cause));
}

function isToldInside({ schema }: ObjectSite, empty: Judgement['empty']): boolean {
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].some((branch) => empty.has(branch));
}

function kindWords(schema: ObjectSite['schema']): Pick<Unsatisfiable, 'at' | 'message'> {
  const message =
    'No value fits all parts of this schema, since they ask for different kinds of values: correct one of them.';
  const keyword = (['const', 'enum', 'type', 'allOf', 'anyOf', 'oneOf', '$ref'] as const).find(
    (name) => schema[name] !== undefined,
  );
  return { at: keyword === undefined ? [] : [keyword], message };
}

/** An alternative of `oneOf` that is never the only one that fits, and the schema that has it. */
export interface CoveredAlternative extends ObjectSite, CoveredBranch {}

/**
 * Finds alternatives of `oneOf` that are never the only one that fits, since another one fits wherever they do.
 *
 * @param catalog - A catalog; schemas that are not judged are looked at for alternatives that say the same.
 */
export function coveredAlternatives(catalog: Catalog): CoveredAlternative[] {
  const { covered } = judgementOf(catalog);
  return allSites(catalog).flatMap((site) => {
    const { schema } = site;
    if (typeof schema === 'boolean' || schema.oneOf === undefined) return [];
    const found = covered.get(schema) ?? repeatedBranches(schema.oneOf);
    return found.map((each) => ({ ...site, schema, ...each }));
  });
}

/**
 * Finds schemas of which it stays open whether a value fits, since finding out takes too long.
 *
 * @param catalog - A catalog; where a reference leads nowhere, only schemas that refer to none are judged.
 * @returns Those that take too long alone, then together those for which the others have left no time.
 */
export function unjudged(catalog: Catalog): readonly (readonly SchemaSite[])[] {
  const { slow, left } = judgementOf(catalog);
  return [...slow.map((site) => [site]), left];
}

/**
 * Leaves out what is told already: what is found for several kinds of values or schemas at the same place, and required
 * names that are no property, which have a rule of their own.
 */
function withoutTold(found: readonly Unsatisfiable[], catalog: Catalog): Unsatisfiable[] {
  const told = new Map<JsonSchema, Set<string>>();
  const isNew = ({ site, at }: Pick<Unsatisfiable, 'site' | 'at'>): boolean => {
    const places = told.get(site.schema) ?? new Set();
    told.set(site.schema, places);
    return places.size < places.add(pointerText(at)).size;
  };
  if (found.length > 0) for (const missing of missingProperties(catalog)) isNew(missing);
  return found.filter(isNew);
}
