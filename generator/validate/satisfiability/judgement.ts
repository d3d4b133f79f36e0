import type { JsonSchema } from '../../schema/json-schema.js';
import { subschemas } from '../../schema/keywords.js';
import type { Catalog } from '../../catalog/catalog.js';
import { canFollow } from '../endless-references.js';
import { leftOutOf } from '../left-out.js';
import { allSites } from '../../catalog/schema-site.js';
import { forEachWithin } from '../time-limit.js';
import type { Conflict, CoveredBranch, ObjectSite } from './conflict.js';
import { Effort } from './effort.js';
import { Emptiness } from './emptiness.js';
import { endlessValues, type EndlessValue } from './endless-values.js';
import { inTurn } from './in-turn.js';

/** What is known of the schemas of a catalog. */
export interface Judgement {
  readonly emptiness: Emptiness;
  /** The schemas that can be judged. */
  readonly sites: readonly ObjectSite[];
  /** What leaves no value, by the schemas that no value fits. */
  readonly empty: ReadonlyMap<JsonSchema, readonly Conflict[]>;
  /** What leaves no value of one kind of several, by schema, the last first. */
  readonly limits: readonly (readonly Conflict[])[];
  /** The alternatives of `oneOf` that are never the only one that fits, by the schemas that have any. */
  readonly covered: ReadonlyMap<JsonSchema, readonly CoveredBranch[]>;
  /** Keywords that ask for the very value that they belong to. */
  readonly endless: readonly EndlessValue[];
  /** The schemas of which it was not found out whether a value fits, since that takes too long for each alone. */
  readonly slow: readonly ObjectSite[];
  /** Those of which it was not found out since the others took so long. */
  readonly left: readonly ObjectSite[];
}

/** Milliseconds that looking for values without end may take in a small catalog, and that each schema adds. */
const longestCircles = 2000;
const longestPerSchema = 0.1;

const judged = new WeakMap<Catalog, Judgement>();

/**
 * Judges the schemas of a catalog; once, however many rules ask.
 *
 * @param catalog - A catalog; where a reference leads nowhere, only schemas that refer to none are judged.
 */
export function judgementOf(catalog: Catalog): Judgement {
  const known = judged.get(catalog) ?? judge(catalog);
  judged.set(catalog, known);
  return known;
}

function judge(catalog: Catalog): Judgement {
  const all = allSites(catalog).filter((site): site is ObjectSite => typeof site.schema === 'object');
  const { narrowed } = leftOutOf(catalog);
  const sites = (canFollow(catalog) ? all : withoutReferences(all)).filter(({ schema }) => !narrowed.has(schema));
  const effort = new Effort(sites.length);
  const emptiness = new Emptiness(catalog.references, effort);
  const empty = new Map<JsonSchema, readonly Conflict[]>();
  const limits: (readonly Conflict[])[] = [];
  const covered = new Map<JsonSchema, readonly CoveredBranch[]>();
  const slow: ObjectSite[] = [];
  const left: ObjectSite[] = [];
  // Inner schemas come last in the list, and decide about the outer ones.
  const interrupted = inTurn(sites.toReversed(), (site) => {
    effort.begin();
    emptiness.goOn();
    const conflicts = emptiness.conflicts(site);
    if (conflicts !== undefined) empty.set(site.schema, conflicts);
    else limits.push(kindLimits(site, emptiness));
    if (site.schema.oneOf !== undefined) covered.set(site.schema, emptiness.coveredBranches(site));
    if (conflicts === undefined && effort.isCutShort) (effort.isUsedUp ? left : slow).push(site);
  });
  effort.begin();
  const endless: EndlessValue[] = [];
  const isDone =
    !canFollow(catalog) ||
    forEachWithin(longestCircles + longestPerSchema * sites.length, [sites], (each) =>
      endless.push(...endlessValues(each, emptiness)),
    ) === 1;
  return {
    emptiness,
    sites,
    empty,
    limits,
    covered,
    endless,
    slow: innermost([...slow, ...interrupted.slow], emptiness),
    left: isDone && !effort.isCutShort ? [...left, ...interrupted.left] : sites,
  };
}

/** Of schemas that take too long, those that do not consist of others that do. */
function innermost(slow: readonly ObjectSite[], emptiness: Emptiness): ObjectSite[] {
  const known = new Set<JsonSchema>(slow.map(({ schema }) => schema));
  return slow.filter((site) => !emptiness.inPlace(site).some(({ schema }) => known.has(schema)));
}

/** Limits of a schema that leave no value of one of the kinds that it lists. */
function kindLimits(site: ObjectSite, emptiness: Emptiness): readonly Conflict[] {
  const kinds = Array.isArray(site.schema.type) ? emptiness.kinds(site) : [];
  if (kinds.length < 2) return [];
  return kinds
    .flatMap((kind) => emptiness.limitConflicts(site, kind))
    .filter((each) => each.site.schema === site.schema);
}

/** Schemas that refer to no other, nor do those inside them. */
function withoutReferences(sites: readonly ObjectSite[]): ObjectSite[] {
  const referring = new Set<JsonSchema>();
  for (const { schema } of sites.toReversed()) {
    if (schema.$ref !== undefined || subschemas(schema).some((inner) => referring.has(inner.schema)))
      referring.add(schema);
  }
  return sites.filter(({ schema }) => !referring.has(schema));
}
