import { isMultiple } from '../../templates/typescript/src/validators/runtime/keywords/numbers.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import type { ValueKind } from '../schema/value-kinds.js';
import { smallest, type Analyzer, type Conjunction } from './conflict.js';
import { itemSites, itemsAt, othersOf, patternSites } from './member-sites.js';
import { asksForIntegers } from './numbers.js';
import { inside, type ObjectSite, type Site } from './site.js';
import { doAllMatch } from './texts.js';
import { fewValues } from './values.js';

/** Whether every value of a kind that fits a conjunction surely fits a keyword of a schema. */
type Implies = (site: ObjectSite, sites: Conjunction, analyzer: Analyzer, kind: ValueKind) => boolean;

/** A rule of a keyword whose values are compared with those that fit, where these are few. */
const impliesValue =
  (name: 'enum' | 'const' | 'pattern' | 'format'): Implies =>
  (site, sites, analyzer, kind) => {
    const own = { ...site, schema: { [name]: site.schema[name] } };
    return fewValues(sites, analyzer, [kind])?.every((value) => analyzer.fits(value, own) === true) === true;
  };

/** Of the other keywords other keywords say the opposite. */
export const keywordRules: Readonly<Partial<Record<keyof SchemaObject, Implies>>> = {
  type({ schema }, sites, _, kind) {
    const types: readonly string[] = [schema.type ?? []].flat();
    if (types.includes(kind)) return true;
    if (kind !== 'number' || !types.includes('integer')) return false;
    return sites.some((each) => asksForIntegers(each.schema.type) || isMultiple(each.schema.multipleOf ?? 0.5, 1));
  },
  enum: impliesValue('enum'),
  const: impliesValue('const'),
  format: impliesValue('format'),
  pattern: (site, sites, analyzer, kind) =>
    impliesValue('pattern')(site, sites, analyzer, kind) || doAllMatch(sites, site.schema.pattern ?? '', analyzer),
  // Of other numbers than integers doubles are too coarse.
  multipleOf({ schema: { multipleOf: step = 0 } }, sites) {
    if (!sites.some(({ schema }) => asksForIntegers(schema.type))) return false;
    const isPart = ({ schema: { multipleOf = NaN } }: ObjectSite): boolean =>
      Number.isInteger(step) && multipleOf % step === 0;
    return isMultiple(1, step) || sites.some(isPart);
  },
  uniqueItems: ({ schema }, sites) =>
    schema.uniqueItems === false || (smallest(sites, 'maxItems')?.value ?? Infinity) < 2,
  unevaluatedItems: () => false,
  unevaluatedProperties: () => false,
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
