import { inside, type ObjectSite, type Site } from '../satisfiability/site.js';
import { matchesPattern } from './matches-pattern.js';

/** The schemas that may apply to a property, or without a name to those that no schema names. */
export function propertySites(sites: readonly ObjectSite[], name: string | undefined): Site[] {
  return sites.flatMap((site) => {
    const { properties = {}, patternProperties = {}, additionalProperties } = site.schema;
    const named =
      name !== undefined && Object.hasOwn(properties, name)
        ? [inside(site, ['properties', name], properties[name] ?? true)]
        : [];
    const matching = Object.entries(patternProperties)
      .filter(([pattern]) => name !== undefined && matchesPattern(pattern, name))
      .map(([pattern, schema]) => inside(site, ['patternProperties', pattern], schema));
    const isListed = named.length + matching.length > 0;
    if (isListed || additionalProperties === undefined) return [...named, ...matching];
    return [inside(site, ['additionalProperties'], additionalProperties)];
  });
}

/** The schemas that may apply to an item. */
export function itemSites(sites: readonly ObjectSite[], index: number): Site[] {
  return sites.flatMap((site) => {
    const { prefixItems = [], items } = site.schema;
    const own = prefixItems[index];
    if (own !== undefined) return [inside(site, ['prefixItems', index], own)];
    return items === undefined ? [] : [inside(site, ['items'], items)];
  });
}
