import type { SchemaSite } from '../../catalog/schema-site.js';
import {
  correct,
  inside,
  largest,
  nearest,
  rangeConflict,
  smallest,
  type Conflict,
  type Conjunction,
  type Judge,
  type Limit,
  type ObjectSite,
} from './conflict.js';
import { acceptsAll, covers } from './covers.js';
import { itemSites } from './item-sites.js';
import { repeatedItems } from './unique-items.js';

/** Finds what leaves no list: lengths, and items that must be there but cannot. */
export function listConflicts(sites: Conjunction, judge: Judge): Conflict[] {
  const low = largest(sites, 'minItems');
  const high = smallest(sites, 'maxItems');
  const range = rangeConflict(sites, low, high, 'list');
  if (range.length > 0) return range;
  for (const site of sites) {
    const found = [
      ...(low === undefined ? [] : missingItems(site, low, judge)),
      ...(low === undefined ? [] : contraryItems(sites, low, judge)),
      ...unmetContains(sites, site, judge),
    ];
    if (found.length > 0) return found;
  }
  return low === undefined ? [] : repeatedItems(sites, low, judge);
}

/** How many items a list can have at most, and the schema that admits no more. */
function mostItems(site: ObjectSite, judge: Judge): { most: number; culprit?: SchemaSite } {
  const { leading, rest } = itemSites(site);
  const empty = leading.findIndex((item) => judge.isEmpty([item]));
  const first = leading[empty];
  if (first !== undefined) return { most: empty, culprit: first };
  return rest !== undefined && judge.isEmpty([rest]) ? { most: leading.length, culprit: rest } : { most: Infinity };
}

function missingItems(site: ObjectSite, low: Limit, judge: Judge): Conflict[] {
  const { most, culprit } = mostItems(site, judge);
  if (low.value <= most || culprit === undefined) return [];
  const message = `minItems asks for ${low.value}, but there can be only ${most}: ${correct}`;
  return [{ site: low.site, at: ['minItems'], message, causes: [culprit.schema] }];
}

/** Finds the first items that must be there, and that several schemas of the list contradict each other about. */
function contraryItems(sites: Conjunction, low: Limit, judge: Judge): Conflict[] {
  const lists = sites.map(itemSites).filter(({ leading, rest }) => leading.length > 0 || rest !== undefined);
  if (lists.length < 2) return [];
  // Behind the leading items of all schemas, every item is like the next.
  const different = Math.max(...lists.map(({ leading }) => leading.length)) + 1;
  for (let index = 0; index < Math.min(low.value, different); index += 1) {
    const items = lists.flatMap(({ leading, rest }) => leading[index] ?? rest ?? []);
    if (items.length < 2 || !judge.isEmpty(items)) continue;
    const message = `minItems asks for ${low.value}, but no item ${index} fits all of its schemas: ${correct}`;
    return [{ site: low.site, at: ['minItems'], message }];
  }
  return [];
}

/** Whether every item of a list surely fits a schema. */
function isFitByAll(sites: Conjunction, wanted: SchemaSite, judge: Judge): boolean {
  if (acceptsAll(wanted.schema)) return true;
  return sites.some((site) => {
    const { leading, rest } = itemSites(site);
    if (rest === undefined || leading.length > 0) return false;
    return judge.kinds(rest).every((kind) => covers(wanted, kind, judge.conjuncts(rest), judge));
  });
}

/** Tells where `contains` asks for items that cannot be there, or for fewer than there must be. */
function unmetContains(sites: Conjunction, site: ObjectSite, judge: Judge): Conflict[] {
  const { contains, minContains, maxContains = Infinity } = site.schema;
  if (contains === undefined) return [];
  const wanted = inside(site, ['contains'], contains);
  const least = minContains ?? 1;
  const keyword = minContains === undefined ? 'contains' : 'minContains';
  const asks = minContains === undefined ? 'contains asks for an item' : `minContains asks for ${least}`;
  if (least > maxContains)
    return [
      {
        site,
        at: [minContains === undefined ? 'maxContains' : 'minContains'],
        message: `No list fits minContains ${least} and maxContains ${maxContains}: ${correct}`,
      },
    ];
  if (least === 0) return excessItems(sites, site, wanted, judge);
  const high = smallest(sites, 'maxItems');
  if (high !== undefined && least > high.value) {
    const at = nearest<{ site: ObjectSite; keyword: string }>(sites, { site, keyword }, high);
    return [{ site: at.site, at: [at.keyword], message: `${asks}, and maxItems allows ${high.value}: ${correct}` }];
  }
  if (judge.isEmpty([wanted]))
    return [{ site, at: ['contains'], message: 'No item fits contains: correct it.', causes: [contains] }];
  for (const each of sites) {
    const { leading, rest } = itemSites(each);
    const canMatch = (item: SchemaSite): boolean => !judge.isEmpty([item, wanted]);
    const most = leading.filter(canMatch).length + (rest === undefined || canMatch(rest) ? Infinity : 0);
    if (least <= most) continue;
    const told = most === 0 ? 'no item that fits the list fits contains' : `only ${most} of the items can fit contains`;
    return [{ site, at: [keyword], message: `${asks}, but ${told}: ${correct}` }];
  }
  return excessItems(sites, site, wanted, judge);
}

/** Tells where all items of a list fit `contains`, and there have to be more of them than may. */
function excessItems(sites: Conjunction, site: ObjectSite, wanted: SchemaSite, judge: Judge): Conflict[] {
  const low = largest(sites, 'minItems');
  const { maxContains = Infinity } = site.schema;
  if (low === undefined || low.value <= maxContains || !isFitByAll(sites, wanted, judge)) return [];
  const at = nearest<{ site: ObjectSite; keyword: string }>(sites, { site, keyword: 'maxContains' }, low);
  const message = `contains fits every item, and minItems ${low.value} is over maxContains ${maxContains}: ${correct}`;
  return [{ site: at.site, at: [at.keyword], message }];
}
