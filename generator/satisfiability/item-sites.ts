import { unevaluated } from '../schema/unevaluated.js';
import { type ObjectSite, type Site, inside } from './site.js';

/** The schemas of a list's items by position, then of those that follow. */
export function itemSites(site: ObjectSite): { leading: readonly Site[]; rest: Site | undefined } {
  const { prefixItems = [], items } = site.schema;
  const others = unevaluated(site.schema, 'unevaluatedItems');
  const rest = items === undefined ? others : items;
  const keyword = items === undefined ? 'unevaluatedItems' : 'items';
  return {
    leading: prefixItems.map((item, index) => inside(site, ['prefixItems', index], item)),
    rest: rest === undefined ? undefined : inside(site, [keyword], rest),
  };
}
