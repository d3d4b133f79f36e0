import type { Path } from '../../json.js';
import type { ValueKind } from '../../schema/value-kinds.js';
import type { JsonSchema } from '../../schema/json-schema.js';
import type { SchemaSite } from '../../catalog/schema-site.js';
import { correct, inside, type Conflict, type Conjunction, type Judge } from './conflict.js';
import { acceptsAll, covers } from './covers.js';

/** One kind of values, and what is asked of them. */
export interface Context {
  readonly kind: ValueKind;
  readonly sites: Conjunction;
  /** Those of the schemas whose alternatives and conditions are still to be looked at. */
  readonly fresh: Conjunction;
  /** How many alternatives and conditions around it were entered. */
  readonly depth: number;
}

/** Judges alternatives and conditions inside others. */
export interface Branches extends Judge {
  /**
   * What leaves no value of a kind; `undefined` where some value may fit.
   *
   * @param kind - The kind of values.
   * @param sites - What they have to fit.
   * @param fresh - Those of them whose alternatives and conditions are to be looked at. Default: all.
   * @param depth - How many alternatives and conditions around it were entered. Default: 0.
   */
  readonly ofKind: (
    kind: ValueKind,
    sites: Conjunction,
    fresh?: Conjunction,
    depth?: number,
  ) => readonly Conflict[] | undefined;
}

/** Finds `not` that excludes whatever else is asked for. */
export function exclusionConflicts({ kind, sites }: Context, judge: Judge): Conflict[] {
  for (const site of sites) {
    const { not } = site.schema;
    if (not === undefined) continue;
    if (acceptsAll(not))
      return [{ site, at: ['not'], message: 'This excludes every value: say what is excluded, or remove it.' }];
    if (covers(inside(site, ['not'], not), kind, sites, judge))
      return [{ site, at: ['not'], message: `This excludes every value that the rest allows: ${correct}` }];
  }
  return [];
}

/** Finds `anyOf` and `oneOf` of which no alternative leaves a value. */
export function alternativeConflicts(context: Context, judge: Branches): Conflict[] {
  for (const site of context.fresh) {
    for (const keyword of ['anyOf', 'oneOf'] as const) {
      const branches = (site.schema[keyword] ?? []).map((branch, index) => inside(site, [keyword, index], branch));
      // Where an alternative is never the only one that fits, another rule tells it.
      const covered = keyword === 'oneOf' ? judge.coveredBranches(site) : [];
      const lost = new Set(covered.flatMap(({ index, other, isSame }) => (isSame ? [index, other] : [index])));
      const causes: JsonSchema[] = [];
      const isDead = (branch: SchemaSite, index: number): boolean => {
        const found = lost.has(index) ? [site.schema] : nothingLeft([branch], context, judge);
        causes.push(...(found ?? []));
        return found !== undefined;
      };
      if (branches.length === 0 || !branches.every(isDead)) continue;
      const message = `No alternative of ${keyword} fits what else is asked here: ${correct}`;
      return [{ site, at: [keyword], message, causes }];
    }
  }
  return [];
}

/** Finds conditions that leave no value, whether they hold or not. */
export function conditionConflicts(context: Context, judge: Branches): Conflict[] {
  for (const site of context.fresh) {
    const { if: condition, then: met = true, else: unmet = true } = site.schema;
    if (condition === undefined || (met === true && unmet === true)) continue;
    const [whenTrue, whenFalse] = [inside(site, ['then'], met), inside(site, ['else'], unmet)];
    const test = inside(site, ['if'], condition);
    const never = nothingLeft([test], context, judge) !== undefined;
    const always = !never && covers(test, context.kind, context.sites, judge);
    const withoutElse = always ? [] : nothingLeft([whenFalse], context, judge);
    const withoutThen = never ? [] : nothingLeft([test, whenTrue], context, judge);
    if (withoutElse === undefined || withoutThen === undefined) continue;
    const [at, message] = conditionWords(never, always);
    return [{ site, at, message, causes: [...withoutThen, ...withoutElse] }];
  }
  return [];
}

function conditionWords(never: boolean, always: boolean): [Path, string] {
  if (never) return [['else'], `The condition never holds, and no value fits else: ${correct}`];
  if (always) return [['then'], `The condition always holds, and no value fits then: ${correct}`];
  return [['then'], `No value fits then where the condition holds, nor else where it does not: ${correct}`];
}

/**
 * Judges what is left of a kind of values where further schemas are asked for too.
 *
 * @returns Schemas that no value fits and that are among the causes, if nothing is left; `undefined` if something may be.
 */
function nothingLeft(
  added: readonly SchemaSite[],
  { kind, sites, depth }: Context,
  judge: Branches,
): readonly JsonSchema[] | undefined {
  const empty = added.filter((site) => judge.isEmpty([site])).map(({ schema }) => schema);
  if (empty.length > 0 || !added.every((site) => judge.kinds(site).includes(kind))) return empty;
  const fresh = added.flatMap((site) => judge.conjuncts(site));
  if (fresh.length === 0) return undefined;
  const known = new Set<JsonSchema>(fresh.map(({ schema }) => schema));
  const together = [...sites.filter(({ schema }) => !known.has(schema)), ...fresh];
  return judge.ofKind(kind, together, fresh, depth + 1)?.flatMap(({ causes = [] }) => causes);
}
