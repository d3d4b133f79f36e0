import { canonicalText } from '../schema/canonical-text.js';
import type { Site } from './site.js';
import { correct, type Conflict, type Conjunction, type Analyzer, type Limit } from './conflict.js';
import { itemSites } from './item-sites.js';
import { fewValues, mostValues } from './value-sets.js';

/** So many items from the first on are held against each other. */
const mostCompared = 100;

/** Tells where a list has to have more different items than there are values for them. */
export function repeatedItems(sites: Conjunction, low: Limit, analyzer: Analyzer): Conflict[] {
  if (!sites.some(({ schema }) => schema.uniqueItems === true)) return [];
  const lists = sites.map(itemSites).filter(({ leading, rest }) => leading.length > 0 || rest !== undefined);
  const told = (why: string): Conflict[] => {
    const message = `minItems asks for ${low.value} different items, but ${why}: ${correct}`;
    return [{ site: low.site, at: ['minItems'], message }];
  };
  const most = Math.min(
    ...lists.map(({ leading, rest }) => (rest === undefined ? Infinity : leading.length + mostValues(rest, analyzer))),
  );
  if (low.value > most) return told(`there are only ${most}`);
  const itemAt = (index: number): Site[] => lists.flatMap(({ leading, rest }) => leading[index] ?? rest ?? []);
  const compared = Math.min(low.value, mostCompared, Math.max(0, ...lists.map(({ leading }) => leading.length)));
  const sets = Array.from({ length: compared }, (_, index) => fewValues(itemAt(index), analyzer));
  // Of as many values as there are items, one is always left.
  const small = sets.map((values) => (values !== undefined && values.length < compared ? values : undefined));
  const lost = firstWithoutOwn(small.map((values) => values?.map(canonicalText)));
  return lost < 0 ? [] : told(`the first ${lost + 1} cannot all be different`);
}

/**
 * The first of several sets that cannot give a value which none of those before gives, whatever these give: a matching of
 * sets and values, made larger along augmenting paths (Kuhn).
 *
 * @param sets - Values as texts; `undefined` where they are so many that one is always left.
 * @returns Its index; -1 where each can.
 */
function firstWithoutOwn(sets: readonly (readonly string[] | undefined)[]): number {
  const givers = new Map<string, number>();
  const finds = (index: number, tried: Set<string>): boolean => {
    const values = sets[index];
    if (values === undefined) return true;
    return values.some((value) => {
      if (tried.has(value)) return false;
      tried.add(value);
      const giver = givers.get(value);
      if (giver !== undefined && !finds(giver, tried)) return false;
      givers.set(value, index);
      return true;
    });
  };
  return sets.findIndex((_, index) => !finds(index, new Set()));
}
