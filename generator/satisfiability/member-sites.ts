import { unevaluated } from '../schema/unevaluated.js';
import type { Analyzer, Conjunction } from './conflict.js';
import { inside, type ObjectSite, type Site } from './site.js';

/** The schemas that a schema itself applies to a property. */
export function propertySchemas(site: ObjectSite, name: string, analyzer: Pick<Analyzer, 'matches'>): Site[] {
  const { properties = {}, patternProperties = {} } = site.schema;
  const found = Object.hasOwn(properties, name) ? [inside(site, ['properties', name], properties[name] ?? true)] : [];
  // Keys alone: this is asked of each name, and of thousands of patterns few may be looked at.
  for (const pattern of Object.keys(patternProperties)) {
    const doesMatch = analyzer.matches(pattern, name);
    // Whether it is an additional one is not known then.
    if (doesMatch === undefined) return found;
    if (doesMatch) found.push(inside(site, ['patternProperties', pattern], patternProperties[pattern] ?? true));
  }
  const others = found.length > 0 ? undefined : othersOf(site);
  return others === undefined ? found : [others];
}

/** What a schema itself asks of the properties that it does not list. */
export function othersOf(site: ObjectSite): Site | undefined {
  const { additionalProperties } = site.schema;
  const others = additionalProperties ?? unevaluated(site.schema, 'unevaluatedProperties');
  const keyword = additionalProperties === undefined ? 'unevaluatedProperties' : 'additionalProperties';
  return others === undefined ? undefined : inside(site, [keyword], others);
}

/** The schemas of a list's items by position, then of those that follow. */
export function itemSites(site: ObjectSite): { leading: readonly Site[]; rest: Site | undefined } {
  const { prefixItems = [], items } = site.schema;
  const rest = items ?? unevaluated(site.schema, 'unevaluatedItems');
  const keyword = items === undefined ? 'unevaluatedItems' : 'items';
  return {
    leading: prefixItems.map((item, index) => inside(site, ['prefixItems', index], item)),
    rest: rest === undefined ? undefined : inside(site, [keyword], rest),
  };
}

/** The schemas that several schemas apply to the item at an index. */
export function itemsAt(index: number, sites: Conjunction): Site[] {
  return sites.map(itemSites).flatMap(({ leading, rest }) => leading[index] ?? rest ?? []);
}

/** The schemas that several schemas apply to all properties that match the very same pattern. */
export function patternSites(sites: Conjunction, pattern: string): Site[] {
  return sites.flatMap((site) => {
    const schema = site.schema.patternProperties?.[pattern];
    return schema === undefined ? [] : [inside(site, ['patternProperties', pattern], schema)];
  });
}
