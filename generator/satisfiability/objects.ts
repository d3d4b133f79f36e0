import type { JsonSchema } from '../schema/json-schema.js';
import { conflictAt, correct, largest, rangeConflict, smallest } from './conflict.js';
import type { Analyzer, Conflict, Conjunction, Limit, Place } from './conflict.js';
import { type ObjectSite, type Site, inside } from './site.js';
import { othersOf, propertySchemas } from './member-sites.js';
import { fewTexts } from './texts.js';

/** A property that an object must have, and where that is said. */
interface RequiredName extends Place {
  readonly name: string;
}

/** Finds what leaves no object: numbers of properties, and properties that must be there but cannot. */
export function objectConflicts(sites: Conjunction, analyzer: Analyzer): Conflict[] {
  const low = largest(sites, 'minProperties');
  const high = smallest(sites, 'maxProperties');
  const required = requiredNames(sites);
  const found = [
    ...rangeConflict(sites, low, high, 'mapping'),
    ...required.flatMap((each) => impossibleProperty(sites, each, analyzer)),
    ...triggeredSchemas(sites).flatMap((each) => impossibleCompanion(each, analyzer)),
  ];
  if (high !== undefined && required.length > high.value && (low?.value ?? 0) <= high.value) {
    const message = `${required.length} properties are required, and maxProperties allows ${high.value}: ${correct}`;
    found.push(conflictAt(high, required, message));
  }
  if (found.length > 0 || low === undefined) return found;
  const optional = { site: low.site, at: [] };
  return tooFewProperties(sites, low, analyzer, (name) => impossibleProperty(sites, { name, ...optional }, analyzer));
}

/** The properties that an object must have, each once, with those that come along by `dependentRequired`. */
function requiredNames(sites: Conjunction): RequiredName[] {
  const found = new Map<string, RequiredName>();
  const add = (each: RequiredName): void => {
    if (!found.has(each.name)) found.set(each.name, each);
  };
  for (const site of sites)
    for (const [index, name] of (site.schema.required ?? []).entries()) add({ name, site, at: ['required', index] });
  // A map yields what is added while it is gone through.
  for (const trigger of found.keys()) {
    for (const site of sites) {
      const { dependentRequired = {} } = site.schema;
      if (!Object.hasOwn(dependentRequired, trigger)) continue;
      for (const [index, name] of (dependentRequired[trigger] ?? []).entries())
        add({ name, site, at: ['dependentRequired', trigger, index] });
    }
  }
  return [...found.values()];
}

/** A schema that `dependentSchemas` applies since a property must be there. */
interface TriggeredSchema {
  readonly owner: ObjectSite;
  readonly name: string;
  readonly site: Site;
}

/** The schemas that `dependentSchemas` applies to every object that has what it must have. */
export function triggeredSchemas(sites: Conjunction): TriggeredSchema[] {
  const owners = sites.filter(({ schema }) => schema.dependentSchemas !== undefined);
  if (owners.length === 0) return [];
  const names = requiredNames(sites);
  return owners.flatMap((owner) => {
    const { dependentSchemas = {} } = owner.schema;
    return names.flatMap(({ name }) =>
      Object.hasOwn(dependentSchemas, name)
        ? [{ owner, name, site: inside(owner, ['dependentSchemas', name], dependentSchemas[name] ?? true) }]
        : [],
    );
  });
}

function impossibleCompanion({ owner, name, site }: TriggeredSchema, analyzer: Analyzer): Conflict[] {
  if (analyzer.kinds(site).includes('object')) return [];
  const message = `${JSON.stringify(name)} is required, and no object fits what dependentSchemas asks along with it: ${correct}`;
  return [{ site: owner, at: ['dependentSchemas', name], message, causes: [site.schema] }];
}

function impossibleProperty(sites: Conjunction, { name, site, at }: RequiredName, analyzer: Analyzer): Conflict[] {
  const conflict = (why: string, against: readonly Place[], causes: readonly JsonSchema[] = []): Conflict[] => [
    { site, at, message: `${JSON.stringify(name)} is required, but ${why}: ${correct}`, against, causes },
  ];
  for (const each of sites) {
    const { propertyNames } = each.schema;
    if (propertyNames !== undefined && analyzer.fits(name, inside(each, ['propertyNames'], propertyNames)) === false)
      return conflict('propertyNames refuses that name', each === site ? [] : [{ site: each, at: ['propertyNames'] }]);
  }
  const schemas = sites.flatMap((each) => propertySchemas(each, name, analyzer));
  const empty = schemas.find((each) => analyzer.isEmpty([each]));
  if (empty !== undefined) {
    const isOther = ['additionalProperties', 'unevaluatedProperties'].includes(String(empty.path.at(-1)));
    const why = isOther && empty.schema === false ? 'no property of that name is allowed' : 'its schema allows nothing';
    const isBeside = empty.document === site.document && site.path.every((part, depth) => part === empty.path[depth]);
    return conflict(why, isBeside ? [] : [{ site: empty, at: [] }], [empty.schema]);
  }
  if (schemas.length < 2 || !analyzer.isEmpty(schemas)) return [];
  return conflict(
    'no value fits all of its schemas',
    schemas.map((each) => ({ site: each, at: [] })),
  );
}

/** Of so many names, each is looked at. */
const maxNames = 500;

/** Finds where fewer properties can be there than must, by what keeps a property of a name from being there. */
function tooFewProperties(
  sites: Conjunction,
  low: Limit,
  analyzer: Analyzer,
  problemsOf: (name: string) => readonly Conflict[],
): Conflict[] {
  for (const site of sites) {
    const names = allowedNames(site, analyzer);
    if (names === undefined) continue;
    const problems = names.length < low.value || names.length > maxNames ? [] : names.map(problemsOf);
    const refused = problems.filter(({ length }) => length > 0);
    const most = names.length - refused.length;
    if (low.value <= most) continue;
    const message = `minProperties asks for ${low.value}, but there can be only ${most}: ${correct}`;
    const causes = refused.flat().flatMap((each) => each.causes ?? []);
    return [{ site: low.site, at: ['minProperties'], message, causes }];
  }
  return [];
}

/** The names of the properties that a schema lists where it allows no others; those of patterns, too, where they are few. */
function allowedNames(site: ObjectSite, analyzer: Analyzer): readonly string[] | undefined {
  const { properties = {}, patternProperties = {} } = site.schema;
  const others = othersOf(site);
  if (others === undefined || !analyzer.isEmpty([others])) return undefined;
  const names = new Set(Object.keys(properties));
  for (const pattern of Object.keys(patternProperties)) {
    const texts = fewTexts([{ ...site, schema: { pattern } }], analyzer);
    if (texts === undefined) return undefined;
    for (const text of texts) names.add(text);
  }
  return [...names];
}
