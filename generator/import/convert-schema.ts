import { isJsonArray, isJsonObject, type Json, type JsonObject, type Path } from '../json.js';
import { assertions, contentOf } from '../schema/keywords.js';
import { valueAt } from '../schema/pointer.js';
import { modernize } from './dialects.js';
import { inside, isBefore2019, keyOf, type SourceReferences } from './references.js';
import type { Location, ReportLoss } from './source-document.js';

/** A schema in the keywords of 2020-12. Each `$ref` in it holds the key of the place that it leads to. */
export interface ConvertedSchema {
  readonly schema: Json;
  /** The places that it refers to, by key, in the order in which they are met. */
  readonly targets: ReadonlyMap<string, Location>;
}

/** Where keywords of 2020-12 stood in an older draft, where that was elsewhere. */
const formerly: Readonly<Record<string, readonly string[]>> = {
  prefixItems: ['items'],
  items: ['additionalItems'],
  dependentSchemas: ['dependencies'],
  allOf: ['extends'],
};

/**
 * Converts the schema at a place, with the schemas inside it; definitions are left where they are, as each is converted by
 * itself where something refers to it.
 */
export function convertSchema(place: Location, references: SourceReferences, report: ReportLoss): ConvertedSchema {
  const targets = new Map<string, Location>();
  const convert = (value: Json, at: Location): Json => {
    if (typeof value === 'boolean') return value;
    if (!isJsonObject(value)) {
      report(at, 'is no schema: any value is accepted');
      return true;
    }
    const { definitions: _, $defs: __, ...own } = value;
    reportReferences(own, at, references, report);
    const modern = modernize(own, (keyword, reason) => report(inside(at, keyword), reason));
    const entries = Object.entries(modern).flatMap(([name, content]): [string, Json][] => {
      if (name === '$ref') return convertReference(content, at, { references, report, targets });
      return [[name, convertContent(name, content, at)]];
    });
    return Object.fromEntries(entries);
  };
  const convertContent = (name: string, content: Json, at: Location): Json => {
    const within = (...keys: Path): Location => nearestPlace(at, name, keys);
    switch (contentOf(name)) {
      case 'schema':
        return convert(content, within());
      case 'list':
        return isJsonArray(content) ? content.map((each, index) => convert(each, within(index))) : content;
      case 'map':
        return isJsonObject(content)
          ? Object.fromEntries(Object.entries(content).map(([key, each]) => [key, convert(each, within(key))]))
          : content;
      default:
        return content;
    }
  };
  const schema = convert(valueAt(place.document.value, place.path) ?? true, place);
  return { schema, targets };
}

const asserting: ReadonlySet<string> = new Set(assertions.map(({ name }) => name).filter((name) => name !== '$ref'));

/** Reports where a reference does not mean what it did: one that depends on its callers, and what stands beside one. */
function reportReferences(schema: JsonObject, at: Location, references: SourceReferences, report: ReportLoss): void {
  for (const keyword of ['$dynamicRef', '$recursiveRef']) {
    const reference = schema[keyword];
    if (typeof reference === 'string' && references.isDynamic(reference))
      report(
        inside(at, keyword),
        'is carried over as a $ref: schemas that extend this one do not change what it leads to',
      );
  }
  if (schema['$ref'] === undefined || !isBefore2019(at.document)) return;
  for (const keyword of Object.keys(schema))
    if (asserting.has(keyword))
      report(
        inside(at, keyword),
        'holds beside $ref from now on, where its draft ignores it: remove it if it should not',
      );
}

/** A reference as the key of its target; one that leads nowhere goes. */
function convertReference(
  reference: Json,
  at: Location,
  { references, report, targets }: { references: SourceReferences; report: ReportLoss; targets: Map<string, Location> },
): [string, Json][] {
  const place = inside(at, '$ref');
  if (typeof reference !== 'string') {
    report(place, 'is no reference: any value is accepted');
    return [];
  }
  const target = references.resolve(reference, at);
  if (target === undefined) {
    report(
      place,
      `leads to ${JSON.stringify(reference)}, which is not among the sources, and nothing is fetched: any value is accepted; name the file that holds it as a source, too`,
    );
    return [];
  }
  const value = valueAt(target.document.value, target.path);
  if (typeof value !== 'boolean' && !isJsonObject(value)) {
    report(place, `leads to ${JSON.stringify(reference)}, where there is no schema: any value is accepted`);
    return [];
  }
  targets.set(keyOf(target), target);
  return [['$ref', keyOf(target)]];
}

/** The place that a schema inside another had in the source, under the name that its keyword had there. */
function nearestPlace(at: Location, name: string, keys: Path): Location {
  const names = [...(formerly[name] ?? []), name];
  const places = names.map((each) => inside(at, each, ...keys));
  return places.find(({ document, path }) => valueAt(document.value, path) !== undefined) ?? at;
}
