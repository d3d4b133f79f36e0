import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import type { Analyzer, Conjunction } from './conflict.js';
import { itemSites, itemsAt, othersOf, patternSites, propertySchemas } from './member-sites.js';
import { inside, type ObjectSite, type Site } from './site.js';

/** Whether what a conjunction asks of members is as much as a keyword asks. */
type Implies = (site: ObjectSite, sites: Conjunction, analyzer: Analyzer) => boolean;

/** Keywords about the members of objects and lists. */
export const impliesMembers: Readonly<Partial<Record<keyof SchemaObject, Implies>>> = {
  properties: (site, sites, analyzer) =>
    entriesOf(site, 'properties').every(([name, wanted]) =>
      analyzer.areWithin(
        sites.flatMap((each) => propertySchemas(each, name, analyzer)),
        wanted,
      ),
    ),
  patternProperties: (site, sites, analyzer) =>
    entriesOf(site, 'patternProperties').every(
      ([pattern, wanted]) =>
        analyzer.areWithin(patternSites(sites, pattern), wanted) || isNoName(pattern, sites, analyzer),
    ),
  additionalProperties(site, sites, analyzer) {
    const { properties = {}, patternProperties = {}, additionalProperties = true } = site.schema;
    const wanted = inside(site, ['additionalProperties'], additionalProperties);
    const isListed = (name: string): boolean =>
      Object.hasOwn(properties, name) ||
      Object.keys(patternProperties).some((pattern) => analyzer.matches(pattern, name) === true);
    return sites.some((each) => {
      return (
        analyzer.areWithin([othersOf(each) ?? inside(each, [], true)], wanted) &&
        entriesOf(each, 'properties').every(([name, given]) => isListed(name) || analyzer.areWithin([given], wanted)) &&
        entriesOf(each, 'patternProperties').every(
          ([pattern, given]) => Object.hasOwn(patternProperties, pattern) || analyzer.areWithin([given], wanted),
        )
      );
    });
  },
  propertyNames(site, sites, analyzer) {
    const wanted = inside(site, ['propertyNames'], site.schema.propertyNames ?? true);
    return sites.some((each) => {
      const { propertyNames, properties = {}, patternProperties } = each.schema;
      const names = inside(each, ['propertyNames'], propertyNames ?? true);
      if (analyzer.areWithin([names, { ...names, schema: { type: 'string' } }], wanted)) return true;
      const isClosed = othersOf(each)?.schema === false && patternProperties === undefined;
      return isClosed && Object.keys(properties).every((name) => analyzer.fits(name, wanted) === true);
    });
  },
  prefixItems: (site, sites, analyzer) =>
    (site.schema.prefixItems ?? []).every((item, index) =>
      analyzer.areWithin(itemsAt(index, sites), inside(site, ['prefixItems', index], item)),
    ),
  items(site, sites, analyzer) {
    const { items = true, prefixItems = [] } = site.schema;
    const wanted = inside(site, ['items'], items);
    const leading = Math.max(...sites.map((each) => itemSites(each).leading.length));
    // Behind the leading items of all schemas, every item is like the next.
    const different = Array.from({ length: Math.max(0, leading - prefixItems.length) + 1 });
    return different.every((_, index) => analyzer.areWithin(itemsAt(prefixItems.length + index, sites), wanted));
  },
};

/** Whether no property can have a name that matches a pattern. */
function isNoName(pattern: string, sites: Conjunction, analyzer: Analyzer): boolean {
  return sites.some((site) => {
    const { propertyNames } = site.schema;
    if (propertyNames === undefined) return false;
    const name = inside(site, ['propertyNames'], propertyNames);
    return analyzer.isEmpty([name, { ...name, schema: { type: 'string', pattern } }]);
  });
}

function entriesOf(site: ObjectSite, keyword: 'properties' | 'patternProperties'): (readonly [string, Site])[] {
  return Object.entries(site.schema[keyword] ?? {}).map(([name, schema]: readonly [string, JsonSchema]) => [
    name,
    inside(site, [keyword, name], schema),
  ]);
}
