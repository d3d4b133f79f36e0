import { conflictAmong, conflictAt, correct, largest, rangeConflict, smallest } from './conflict.js';
import type { Analyzer, Conflict, Conjunction, Limit, Place } from './conflict.js';
import { type ObjectSite, type Site, inside } from './site.js';
import { acceptsAll } from './implied.js';
import { itemSites, itemsAt } from './member-sites.js';

/** Finds what leaves no list: lengths, and items that must be there but cannot. */
export function listConflicts(sites: Conjunction, analyzer: Analyzer): Conflict[] {
  const low = largest(sites, 'minItems');
  const range = rangeConflict(sites, low, smallest(sites, 'maxItems'), 'list');
  if (range.length > 0) return range;
  for (const site of sites) {
    const found = [
      ...(low === undefined ? [] : missingItems(site, low, analyzer)),
      ...(low === undefined ? [] : contraryItems(sites, low, analyzer)),
      ...unmetContains(sites, site, analyzer),
    ];
    if (found.length > 0) return found;
  }
  return [];
}

/** Finds fewer items that can be there than must. */
function missingItems(site: ObjectSite, low: Limit, analyzer: Analyzer): Conflict[] {
  const { leading, rest } = itemSites(site);
  const items = rest === undefined ? leading : [...leading, rest];
  const most = items.findIndex((item) => analyzer.isEmpty([item]));
  const impossible = items[most];
  if (impossible === undefined || low.value <= most) return [];
  const message = `minItems asks for ${low.value}, but there can be only ${most}: ${correct}`;
  const against = low.site === site ? [] : [{ site: impossible, at: [] }];
  return [{ ...conflictAt(low, [], message), against, causes: [impossible.schema] }];
}

/** Finds the first items that must be there, and that several schemas of the list contradict each other about. */
function contraryItems(sites: Conjunction, low: Limit, analyzer: Analyzer): Conflict[] {
  // Behind the leading items of all schemas, every item is like the next.
  const different = Math.max(...sites.map((site) => itemSites(site).leading.length)) + 1;
  for (let index = 0; index < Math.min(low.value, different); index += 1) {
    const items = itemsAt(index, sites);
    if (items.length < 2 || !analyzer.isEmpty(items)) continue;
    const message = `minItems asks for ${low.value}, but no item ${index} fits all of its schemas: ${correct}`;
    return [{ ...conflictAt(low, [], message), against: items.map((item) => ({ site: item, at: [] })) }];
  }
  return [];
}

/** Whether every item of a list surely fits a schema. */
function isFitByAll(sites: Conjunction, wanted: Site, analyzer: Analyzer): boolean {
  const fits = ({ leading, rest }: ReturnType<typeof itemSites>): boolean =>
    rest !== undefined && leading.length === 0 && analyzer.areWithin([rest], wanted);
  return acceptsAll(wanted.schema) || sites.map(itemSites).some(fits);
}

/** Finds where `contains` asks for items that cannot be there, or for fewer than there must be. */
function unmetContains(sites: Conjunction, site: ObjectSite, analyzer: Analyzer): Conflict[] {
  const { contains, minContains } = site.schema;
  if (contains === undefined) return [];
  const wanted = inside(site, ['contains'], contains);
  const least = minContains ?? 1;
  const own: Place = { site, at: [minContains === undefined ? 'contains' : 'minContains'] };
  const asks = minContains === undefined ? 'contains asks for an item' : `minContains asks for ${least}`;
  if (least === 0) return excessItems(sites, site, wanted, analyzer);
  for (const other of sites) {
    const { contains: counted, maxContains: most = Infinity } = other.schema;
    if (counted === undefined || least <= most) continue;
    if (!analyzer.areWithin([wanted], inside(other, ['contains'], counted))) continue;
    const message = `${asks}, and maxContains allows ${most}: ${correct}`;
    return [conflictAt(own, [{ site: other, at: ['maxContains'] }], message)];
  }
  const high = smallest(sites, 'maxItems');
  if (high !== undefined && least > high.value)
    return [conflictAmong(sites, [own, high], `${asks}, and maxItems allows ${high.value}: ${correct}`)];
  if (analyzer.isEmpty([wanted]))
    return [{ site, at: ['contains'], message: 'No item fits contains: correct it.', causes: [contains] }];
  for (const each of sites) {
    const { leading, rest } = itemSites(each);
    const canMatch = (item: Site): boolean => !analyzer.isEmpty([item, wanted]);
    const most = leading.filter(canMatch).length + (rest === undefined || canMatch(rest) ? Infinity : 0);
    if (least <= most) continue;
    const why = most === 0 ? 'no item that fits the list fits contains' : `only ${most} of the items can fit contains`;
    return [conflictAt(own, [{ site: each, at: [] }], `${asks}, but ${why}: ${correct}`)];
  }
  return excessItems(sites, site, wanted, analyzer);
}

/** Finds where all items of a list fit `contains`, and there have to be more of them than may. */
function excessItems(sites: Conjunction, site: ObjectSite, wanted: Site, analyzer: Analyzer): Conflict[] {
  const low = largest(sites, 'minItems');
  const { maxContains = Infinity } = site.schema;
  if (low === undefined || low.value <= maxContains || !isFitByAll(sites, wanted, analyzer)) return [];
  const message = `contains fits every item, and minItems ${low.value} is over maxContains ${maxContains}: ${correct}`;
  return [conflictAmong(sites, [{ site, at: ['maxContains'] }, low], message)];
}
