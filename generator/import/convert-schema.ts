import { isJsonArray, isJsonObject, type Json, type JsonObject, type Path } from '../json.js';
import { assertions, contentOf } from '../schema/keywords.js';
import { modernize } from './dialects.js';
import { isBefore2019, type Place } from './sources.js';

/** Where keywords of 2020-12 stood in an older draft, where that was elsewhere. */
const oldNames: Readonly<Record<string, readonly string[]>> = {
  prefixItems: ['items'],
  items: ['additionalItems'],
  dependentSchemas: ['dependencies'],
  allOf: ['extends'],
};

/**
 * Converts the schema at a place to the keywords of 2020-12, with the schemas inside it; definitions are left where they are,
 * as each is converted by itself where something refers to it.
 *
 * @param address - Gives what a `$ref` to a place is to hold.
 */
export function convertSchema(start: Place, address: (target: Place) => string): Json {
  const convert = (value: Json, place: Place): Json => {
    if (typeof value === 'boolean') return value;
    if (!isJsonObject(value)) return place.lose('is no schema: any value is accepted') ?? true;
    const { definitions: _, $defs: __, ...own } = value;
    reportReferences(own, place);
    const modern = modernize(own, (keyword, reason) => place.at(keyword).lose(reason));
    const entries = Object.entries(modern).flatMap(([name, content]): [string, Json][] => {
      if (name !== '$ref') return [[name, convertContent(name, content, place)]];
      const target = targetOf(content, place);
      return target === undefined ? [] : [[name, address(target)]];
    });
    return Object.fromEntries(entries);
  };
  const convertContent = (name: string, content: Json, place: Place): Json => {
    const inner = (each: Json, ...keys: Path): Json => convert(each, nearestPlace(place, name, keys));
    const holds = contentOf(name);
    if (holds === 'schema') return inner(content);
    if (holds === 'list' && isJsonArray(content)) return content.map((each, index) => inner(each, index));
    if (holds === 'map' && isJsonObject(content))
      return Object.fromEntries(Object.entries(content).map(([key, each]) => [key, inner(each, key)]));
    return content;
  };
  return convert(start.value ?? true, start);
}

const asserting: ReadonlySet<string> = new Set(assertions.map(({ name }) => name).filter((name) => name !== '$ref'));

/** Reports where a reference does not mean what it did: one that depends on its callers, and what stands beside one. */
function reportReferences(schema: JsonObject, place: Place): void {
  for (const keyword of ['$dynamicRef', '$recursiveRef']) {
    const reference = schema[keyword];
    if (typeof reference === 'string' && place.sources.isDynamic(reference))
      place.at(keyword).lose('is carried over as a $ref: schemas that extend this one do not change what it leads to');
  }
  if (schema['$ref'] === undefined || !isBefore2019(place.document)) return;
  for (const keyword of Object.keys(schema).filter((name) => asserting.has(name)))
    place.at(keyword).lose('holds beside $ref from now on, where its draft ignores it: remove it if it should not');
}

/** What a reference leads to; `undefined` where that is no schema, so that it goes. */
function targetOf(reference: Json, from: Place): Place | undefined {
  const place = from.at('$ref');
  if (typeof reference !== 'string') return place.lose('is no reference: any value is accepted');
  const target = place.sources.resolve(reference, from);
  if (typeof target?.value === 'boolean' || isJsonObject(target?.value)) return target;
  const why =
    target === undefined
      ? 'which is not among the sources, and nothing is fetched: any value is accepted; name the file that holds it as a source, too'
      : 'where there is no schema: any value is accepted';
  return place.lose(`leads to ${JSON.stringify(reference)}, ${why}`);
}

/** The place that a schema inside another had in the source, under the name that its keyword had there. */
function nearestPlace(owner: Place, name: string, keys: Path): Place {
  const places = [...(oldNames[name] ?? []), name].map((each) => owner.at(each, ...keys));
  return places.find(({ value }) => value !== undefined) ?? owner;
}
