import type { Path } from '../json.js';
import { getOrInsert } from '../lazy.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { pointerText } from '../schema/pointer.js';
import { Budget } from './budget.js';
import type { Conflict, CoveredBranch } from './conflict.js';
import { Satisfiability } from './satisfiability.js';
import { inside, type ObjectSite } from './site.js';

/** Keywords that contradict each other, so that no value fits a schema, or none of a kind that it lists in `type`. */
type Contradiction = Required<Omit<Conflict, 'causes'>>;

/** An alternative of `oneOf` that is never the only one that fits, and the schema that has it. */
type CoveredAlternative = CoveredBranch & { readonly site: ObjectSite };

/** What stands in some schemas to no effect. */
export interface Findings {
  readonly contradictions: readonly Contradiction[];
  readonly covered: readonly CoveredAlternative[];
}

/**
 * Finds schemas that contradict themselves, and alternatives that others cover. Whatever is found is sure; what takes much
 * work, or lies in combinations of several alternatives, stays unfound.
 *
 * @param sites - All schemas of a catalog; inner ones stand behind those that they are inside of.
 */
export function findContradictions(sites: readonly ObjectSite[]): Findings {
  const budget = new Budget(sites.length);
  const analyzer = new Satisfiability(budget);
  const empty = new Map<JsonSchema, { conflicts: readonly Conflict[]; parts: readonly JsonSchema[] }>();
  const limits: Conflict[] = [];
  const covered: CoveredAlternative[] = [];
  // Inner schemas decide about the outer ones.
  for (const site of sites.toReversed()) {
    budget.begin();
    const conflicts = analyzer.conflicts(site);
    if (conflicts === undefined) limits.push(...kindLimits(site, analyzer));
    else
      empty.set(site.schema, {
        conflicts,
        parts: analyzer
          .conjuncts(site)
          .slice(1)
          .map(({ schema }) => schema),
      });
    if (site.schema.oneOf !== undefined)
      covered.push(...analyzer.coveredBranches(site).map((each) => ({ ...each, site })));
  }
  /** The schemas that no value fits because none fits a schema. */
  const causesOf = (schema: JsonSchema): readonly JsonSchema[] => {
    const { conflicts = [], parts = [] } = empty.get(schema) ?? {};
    return [...parts, ...conflicts.flatMap(({ causes = [] }) => causes)].filter((cause) => empty.has(cause));
  };
  const isReported = new Set<JsonSchema>();
  const isNew = ({ causes = [] }: Conflict): boolean => !causes.some((cause) => empty.has(cause));
  const found = sites.flatMap((site): readonly Conflict[] => {
    const { conflicts, parts } = empty.get(site.schema) ?? {};
    if (conflicts === undefined) return [];
    const circle = circleOf(site.schema, causesOf);
    if (circle.size > 0) {
      const isFirst = ![...circle].some((each) => isReported.has(each));
      for (const each of circle) isReported.add(each);
      return isFirst ? conflicts.slice(0, 1).map(endless) : [];
    }
    if (parts?.some((part) => empty.has(part))) return [];
    if (conflicts.length > 0) return conflicts.filter(isNew).map((conflict) => placed(conflict, site, analyzer));
    const isInside = [...(site.schema.anyOf ?? []), ...(site.schema.oneOf ?? [])].some((branch) => empty.has(branch));
    return isInside ? [] : [differentKinds(site, analyzer)];
  });
  return {
    contradictions: onceEach([...found, ...limits.toReversed().filter(isNew)]),
    covered,
  };
}

/** The schemas on ways from one back to itself. */
function circleOf(start: JsonSchema, causesOf: (schema: JsonSchema) => readonly JsonSchema[]): ReadonlySet<JsonSchema> {
  const reached = new Set(causesOf(start));
  for (const schema of reached) for (const cause of causesOf(schema)) reached.add(cause);
  return reached.has(start) ? reached : new Set();
}

/** A conflict that is there only since a value would have to hold another of its own kind. */
function endless(conflict: Conflict): Conflict {
  const { site, at } = conflict;
  const [keyword, index] = at;
  const required = typeof site.schema === 'object' ? site.schema.required?.[Number(index)] : undefined;
  if (keyword === 'required' && required !== undefined)
    return {
      ...conflict,
      against: [],
      message: `Every value of ${JSON.stringify(required)} would hold another without end: make it optional, or allow null.`,
    };
  const noun = { minItems: 'item', contains: 'item', minProperties: 'property' }[String(keyword)];
  if (noun === undefined) return conflict;
  const message = `Every ${noun} would hold another without end: ask for none, or allow null.`;
  return { ...conflict, against: [], message };
}

/** Limits of a schema that leave no value of one of the kinds that it lists; what `not` and the like exclude may be meant so. */
function kindLimits(site: ObjectSite, analyzer: Satisfiability): readonly Conflict[] {
  const kinds = Array.isArray(site.schema.type) ? analyzer.kinds(site) : [];
  if (kinds.length < 2) return [];
  return kinds
    .flatMap((kind) => analyzer.limitConflicts(site, kind))
    .filter((each) => each.site.schema === site.schema);
}

/** What stands in a type that a schema refers to may well be right: the reference is shown then. */
function placed(conflict: Conflict, site: ObjectSite, analyzer: Satisfiability): Conflict {
  const { site: own, at, against = [] } = conflict;
  const isInside = own.document === site.document && site.path.every((part, depth) => own.path[depth] === part);
  if (isInside) return conflict;
  const leads = (part: JsonSchema, way: Path): boolean =>
    analyzer.conjuncts(inside(site, way, part)).some(({ schema }) => schema === own.schema);
  const part = (site.schema.allOf ?? []).findIndex((each, index) => leads(each, ['allOf', index]));
  return { ...conflict, site, at: part < 0 ? ['$ref'] : ['allOf', part], against: [{ site: own, at }, ...against] };
}

/** Reports parts that leave no kind of value. */
function differentKinds(site: ObjectSite, analyzer: Satisfiability): Conflict {
  const keyword = (['const', 'enum', 'type', 'allOf', 'anyOf', 'oneOf', '$ref'] as const).find(
    (name) => site.schema[name] !== undefined,
  );
  return {
    site,
    at: keyword === undefined ? [] : [keyword],
    message:
      'No value fits all parts of this schema, since they ask for different kinds of values: correct one of them.',
    against: analyzer
      .conjuncts(site)
      .filter((each) => each !== site && each.schema.type !== undefined)
      .map((each) => ({ site: each, at: ['type'] })),
  };
}

/** Leaves out what is found at the same place for several kinds of values or schemas. */
function onceEach(found: readonly Conflict[]): Contradiction[] {
  const known = new Map<JsonSchema, Set<string>>();
  return found.flatMap(({ site, at, message, against = [] }) => {
    const places = getOrInsert(known, site.schema, () => new Set<string>());
    const isFirst = places.size < places.add(pointerText(at)).size;
    return isFirst ? [{ site, at, message, against }] : [];
  });
}
