import { correct, type Conflict, type Conjunction, type Judge, type Limit, type ObjectSite } from './conflict.js';
import { itemSites } from './item-sites.js';
import { mostValues } from './value-sets.js';

/** Tells where a list has to have more different items than there are values for them. */
export function repeatedItems(sites: Conjunction, site: ObjectSite, low: Limit, judge: Judge): Conflict[] {
  const { leading, rest } = itemSites(site);
  if (rest === undefined || !sites.some(({ schema }) => schema.uniqueItems === true)) return [];
  const most = leading.length + mostValues(rest, judge);
  if (low.value <= most) return [];
  const message = `minItems asks for ${low.value} different items, but there are only ${most}: ${correct}`;
  return [{ site: low.site, at: ['minItems'], message }];
}
