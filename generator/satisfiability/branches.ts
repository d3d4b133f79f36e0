import type { Path } from '../json.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { type Analyzer, type Conflict, type Context, type CoveredBranch, type Place, correct } from './conflict.js';
import { type ObjectSite, type Site, inside } from './site.js';
import { acceptsAll, isImplied } from './implied.js';

/** Finds `not` that excludes whatever else is asked for. */
export function exclusionConflicts({ kind, sites }: Context, analyzer: Analyzer): Conflict[] {
  for (const site of sites) {
    const { not } = site.schema;
    if (not === undefined) continue;
    if (acceptsAll(not))
      return [{ site, at: ['not'], message: 'This excludes every value: say what is excluded, or remove it.' }];
    if (isImplied(inside(site, ['not'], not), kind, sites, analyzer))
      return [{ site, at: ['not'], message: `This excludes every value that the rest allows: ${correct}` }];
  }
  return [];
}

/** Finds `anyOf` and `oneOf` of which no alternative leaves a value. */
export function alternativeConflicts(context: Context, analyzer: Analyzer): Conflict[] {
  for (const site of context.fresh) {
    for (const keyword of ['anyOf', 'oneOf'] as const) {
      const branches = (site.schema[keyword] ?? []).map((branch, index) => inside(site, [keyword, index], branch));
      // Where an alternative is never the only one that fits, another rule reports it.
      const covered = keyword === 'oneOf' ? analyzer.coveredBranches(site) : [];
      const lost = new Set(covered.flatMap(({ index, other, isSame }) => (isSame ? [index, other] : [index])));
      const found: Conflict[] = [];
      const isDead = (branch: Site, index: number): boolean => {
        const left = lost.has(index) ? [causedBy([site.schema], branch)] : nothingLeft([branch], context, analyzer);
        found.push(...(left ?? []));
        return left !== undefined;
      };
      if (branches.length === 0 || !branches.every(isDead)) continue;
      const message = `No alternative of ${keyword} fits what else is asked here: ${correct}`;
      return [{ site, at: [keyword], message, ...partsOf(found, [...site.path, keyword]) }];
    }
  }
  return [];
}

/** Finds conditions that leave no value, whether they hold or not. */
export function conditionConflicts(context: Context, analyzer: Analyzer): Conflict[] {
  for (const site of context.fresh) {
    const { if: condition, then: met = true, else: unmet = true } = site.schema;
    if (condition === undefined || (met === true && unmet === true)) continue;
    const [whenTrue, whenFalse] = [inside(site, ['then'], met), inside(site, ['else'], unmet)];
    const test = inside(site, ['if'], condition);
    const never = nothingLeft([test], context, analyzer) !== undefined;
    const withoutThen = never ? [] : nothingLeft([test, whenTrue], context, analyzer);
    if (withoutThen === undefined) continue;
    const withoutElse = nothingLeft([whenFalse], context, analyzer);
    const always = !never && withoutElse === undefined && isImplied(test, context.kind, context.sites, analyzer);
    if (withoutElse === undefined && !always) continue;
    const [at, message] = conditionWords(never, always);
    return [{ site, at, message, ...partsOf([...withoutThen, ...(withoutElse ?? [])], [...site.path, ...at]) }];
  }
  return [];
}

function conditionWords(never: boolean, always: boolean): [Path, string] {
  if (never) return [['else'], `The condition never holds, and no value fits else: ${correct}`];
  if (always) return [['then'], `The condition always holds, and no value fits then: ${correct}`];
  return [['then'], `No value fits then where the condition holds, nor else where it does not: ${correct}`];
}

/** What contradicts each other where further schemas are asked for too; `undefined` where something of the kind may be left. */
function nothingLeft(
  added: readonly [Site, ...Site[]],
  { kind, sites, depth }: Context,
  analyzer: Analyzer,
): readonly Conflict[] | undefined {
  const empty = added.filter((site) => analyzer.isEmpty([site])).map(({ schema }) => schema);
  if (empty.length > 0 || !added.every((site) => analyzer.kinds(site).includes(kind)))
    return [causedBy(empty, added[0])];
  const fresh = added.flatMap((site) => analyzer.conjuncts(site));
  if (fresh.length === 0) return undefined;
  const known = new Set<JsonSchema>(fresh.map(({ schema }) => schema));
  const together = [...sites.filter(({ schema }) => !known.has(schema)), ...fresh];
  return analyzer.ofKind({ kind, sites: together, fresh, depth: depth + 1 });
}

const causedBy = (causes: readonly JsonSchema[], site: Site): Conflict => ({ site, at: [], message: '', causes });

/** What takes part in conflicts behind alternatives, but for what stands in these. */
function partsOf(conflicts: readonly Conflict[], branches: Path): Pick<Conflict, 'against' | 'causes'> {
  const places = conflicts.flatMap(({ site, at, against = [] }) => [{ site, at }, ...against]);
  const isOutside = ({ site, at }: Place): boolean => {
    const path = [...site.path, ...at];
    return !branches.every((part, depth) => path[depth] === part);
  };
  return { against: places.filter(isOutside), causes: conflicts.flatMap(({ causes = [] }) => causes) };
}

/** More alternatives are not looked at: each is held against the others. */
const maxCompared = 50;

/** Finds alternatives of `oneOf` that are never the only one that fits, in their order. */
export function coveredBranches(site: ObjectSite, analyzer: Analyzer): readonly CoveredBranch[] {
  const { oneOf = [] } = site.schema;
  if (oneOf.length < 2 || oneOf.length > maxCompared) return [];
  const ofKind = { ...site, schema: { type: analyzer.kinds(site) } };
  const branches = oneOf.map((branch, index) => inside(site, ['oneOf', index], branch));
  const isWithin = (branch: Site, wider: Site): boolean =>
    branch !== wider && analyzer.areWithin([branch, ofKind], wider);
  return branches.flatMap((branch, index): CoveredBranch[] => {
    // Where no value fits one, that is reported there.
    if (analyzer.isEmpty([branch, ofKind])) return [];
    const other = branches.findIndex((each) => isWithin(branch, each));
    const wider = branches[other];
    if (wider === undefined) return [];
    const isSame = isWithin(wider, branch);
    // Of two that accept the same, the second is reported.
    return isSame && other > index ? [] : [{ index, other, isSame }];
  });
}
