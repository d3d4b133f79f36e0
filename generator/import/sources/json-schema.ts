import { isJsonArray, isJsonObject, type Json } from '../../json.js';
import { assertions } from '../../schema/keywords.js';
import { statedFacts, textsIn, type Candidate } from '../candidate.js';
import type { Place, SourceDocument, Sources } from '../sources.js';

const kinds = /^(?:object|array|string|number|integer|boolean|null|any)$/;
const definitionKeywords: readonly string[] = ['$defs', 'definitions'];

/** Keywords of any draft that say which values fit. */
const asserting: ReadonlySet<string> = new Set([
  ...assertions.map(({ name }): string => name),
  ...'dependencies extends nullable $recursiveRef $dynamicRef'.split(' '),
]);

/** Whether a value is a JSON Schema: an object whose keywords assert, define or name one. */
export function isJsonSchema(value: Json): boolean {
  if (!isJsonObject(value)) return false;
  if (typeof value['$schema'] === 'string') return /json-schema|\/schema#?$/.test(value['$schema']);
  if ([...definitionKeywords, 'properties', 'patternProperties'].some((name) => isJsonObject(value[name]))) return true;
  if (['allOf', 'anyOf', 'oneOf'].some((name) => Array.isArray(value[name]))) return true;
  if (typeof value['$ref'] === 'string') return true;
  return [value['type']].flat().every((type) => typeof type === 'string' && kinds.test(type));
}

/**
 * The messages of JSON Schema documents: the root of each; where it only lists alternatives or asserts nothing, each
 * alternative, or each definition that no other refers to. A file that another refers to is a part of that one, unless they
 * refer to each other in a circle; so is, beside schemas that this program generated of messages, one that is of none.
 */
export function jsonSchemaMessages(roots: readonly Place[], sources: Sources): Candidate[] {
  const { used, referrers } = placesReferredTo(roots, sources);
  const own = roots.filter((root) => root.object['x-message'] !== undefined);
  const candidates = roots.flatMap((root) => {
    if (isPart(root.document, referrers))
      return root.lose('is referred to by other files: a part of theirs, and no message') ?? [];
    if (own.length > 0 && !own.includes(root))
      return root.lose('is a type that the messages beside it have in them, and no message') ?? [];
    return alternativesOf(root)?.map(candidateAt) ?? candidatesOf(root, used);
  });
  return [...new Map(candidates.map((each) => [each.schema.key, each])).values()];
}

function candidatesOf(root: Place, used: ReadonlySet<string>): Candidate[] {
  const definitions = definitionKeywords.flatMap((keyword) =>
    Object.keys(root.at(keyword).object).map((name) => root.at(keyword, name)),
  );
  const free = definitions.filter(({ key }) => !used.has(key));
  const asserts = Object.keys(root.object).some((name) => asserting.has(name));
  if (!asserts && definitions.length > 0) return free.map(candidateAt);
  for (const each of free) each.lose('is a definition that nothing refers to: left out');
  return [candidateAt(root)];
}

/** A message of a schema: named after its key or file, or by its title. */
function candidateAt(place: Place): Candidate {
  const schema = place.follow();
  const { document, path } = isNumbered(place) ? schema : place;
  const { title } = schema.object;
  const [file = '', folder] = document.label.split('/').toReversed();
  const last = path.at(-1) ?? file;
  const own = isNumbered({ path }) ? [title, `${file.replace(/\..*/, '')}-${Number(last) + 1}`] : [last, title];
  return { names: textsIn([...own, folder]), domain: document.folders.join('/'), schema, ...statedFacts(place) };
}

/** Whether a place is an item of a list, whose key says nothing. */
const isNumbered = ({ path }: Pick<Place, 'path'>): boolean => /^\d+$/.test(String(path.at(-1)));

/** The alternatives of a root that does nothing but list them: references, and objects. */
function alternativesOf(root: Place): Place[] | undefined {
  const [keyword = '', ...others] = Object.keys(root.object).filter((name) => asserting.has(name));
  // An object that lists kinds of itself says so with its type.
  if (!/^(?:one|any)Of$/.test(keyword) || others.some((name) => name !== 'type')) return undefined;
  const list = root.at(keyword).value;
  const isMessage = (each: Json): boolean =>
    isJsonObject(each) &&
    (typeof each['$ref'] === 'string' || each['type'] === 'object' || isJsonObject(each['properties']));
  if (!isJsonArray(list) || !list.every(isMessage)) return undefined;
  return list.map((_, index) => root.at(keyword, index));
}

/** The documents that refer to a whole document. */
type Referrers = ReadonlyMap<SourceDocument, ReadonlySet<SourceDocument>>;

/** Whether a document is referred to from outside of the circle of documents, if any, that it is in. */
function isPart(document: SourceDocument, referrers: Referrers): boolean {
  return [...leadingTo(document, referrers)].some((leading) => !leadingTo(leading, referrers).has(document));
}

/** The documents that lead to a document, by others too. */
function leadingTo(document: SourceDocument, referrers: Referrers): ReadonlySet<SourceDocument> {
  const found = new Set(referrers.get(document));
  // A set that grows while it is gone through is gone through to its end.
  for (const each of found) for (const next of referrers.get(each) ?? []) found.add(next);
  return found;
}

/** The places that something else refers to, apart from the alternatives that a root lists. */
function placesReferredTo(
  roots: readonly Place[],
  sources: Sources,
): { readonly used: ReadonlySet<string>; readonly referrers: Referrers } {
  const used = new Set<string>();
  const referrers = new Map<SourceDocument, Set<SourceDocument>>();
  const listed = new Set(roots.flatMap((root) => alternativesOf(root) ?? []).map(({ key }) => key));
  const documents = new Set(roots.map(({ document }) => document));
  for (const place of sources.references) {
    const target = sources.resolve(String(place.object['$ref']), place);
    // A schema that contains itself is not used by another.
    if (target === undefined || !documents.has(place.document) || listed.has(place.key) || place.isWithin(target))
      continue;
    used.add(target.key);
    if (target.path.length === 0)
      referrers.set(target.document, (referrers.get(target.document) ?? new Set()).add(place.document));
  }
  return { used, referrers };
}
