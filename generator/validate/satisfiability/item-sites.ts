import { unevaluated } from '../../schema/unevaluated.js';
import type { SchemaSite } from '../../catalog/schema-site.js';
import { inside, type ObjectSite } from './conflict.js';

/** The schemas of a list's items by position, then of those that follow. */
export function itemSites(site: ObjectSite): { leading: readonly SchemaSite[]; rest: SchemaSite | undefined } {
  const { prefixItems = [], items } = site.schema;
  const others = unevaluated(site.schema, 'unevaluatedItems');
  const rest = items === undefined ? others : items;
  const keyword = items === undefined ? 'unevaluatedItems' : 'items';
  return {
    leading: prefixItems.map((item, index) => inside(site, ['prefixItems', index], item)),
    rest: rest === undefined ? undefined : inside(site, [keyword], rest),
  };
}
