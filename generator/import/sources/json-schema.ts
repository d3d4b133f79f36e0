import { isJsonArray, isJsonObject, type Json, type Path } from '../../json.js';
import { assertions } from '../../schema/keywords.js';
import { valueAt } from '../../schema/pointer.js';
import { inside, keyOf, objectAt, type SourceReferences } from '../references.js';
import type { Candidate, Location, ReportLoss, SourceDocument } from '../source-document.js';

const kinds = /^(?:object|array|string|number|integer|boolean|null|any)$/;
const definitionKeywords: readonly string[] = ['$defs', 'definitions'];

/** Keywords of any draft that say which values fit. */
const asserting: ReadonlySet<string> = new Set([
  ...assertions.map(({ name }): string => name),
  'dependencies',
  'extends',
  'nullable',
  '$recursiveRef',
  '$dynamicRef',
]);

/** Whether a document is a JSON Schema: an object whose keywords assert, define or name one. */
export function isJsonSchema({ value }: SourceDocument): boolean {
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
 * refer to each other in a circle.
 */
export function jsonSchemaMessages(
  documents: readonly SourceDocument[],
  references: SourceReferences,
  report: ReportLoss,
): Candidate[] {
  const { used, referrers } = placesReferredTo(documents, references);
  const candidates = documents.flatMap((document) => {
    if (isPart(document, referrers)) {
      report({ document, path: [] }, 'is referred to by other files: a part of theirs, and no message');
      return [];
    }
    const alternatives = alternativesOf(document);
    if (alternatives !== undefined) return alternatives.map((place) => candidateAt(place, references));
    return candidatesOf(document, { references, used, report });
  });
  return [...new Map(candidates.map((each) => [keyOf(each.schema), each])).values()];
}

function candidatesOf(
  document: SourceDocument,
  { references, used, report }: { references: SourceReferences; used: ReadonlySet<string>; report: ReportLoss },
): Candidate[] {
  const root = { document, path: [] };
  const definitions = definitionKeywords.flatMap((keyword) =>
    Object.keys(objectAt(inside(root, keyword))).map((name) => inside(root, keyword, name)),
  );
  const free = definitions.filter((each) => !used.has(keyOf(each)));
  const asserts = Object.keys(objectAt(root)).some((name) => asserting.has(name));
  if (asserts || definitions.length === 0) {
    for (const each of free) report(each, 'is a definition that nothing refers to: left out');
    return [candidateAt(root, references)];
  }
  return free.map((each) => candidateAt(each, references));
}

/** A message of a schema: named after its key or file, or by its title. */
function candidateAt(place: Location, references: SourceReferences): Candidate {
  const schema = references.follow(place);
  const { document, path } = isNumbered(place) ? schema : place;
  const { title } = objectAt(schema);
  const [file = '', folder] = document.label.split('/').toReversed();
  const last = path.at(-1) ?? file;
  const own = isNumbered({ document, path })
    ? [title, `${file.replace(/\..*/, '')}-${Number(last) + 1}`]
    : [last, title];
  const names = [...own, folder].filter((name) => typeof name === 'string');
  return { names, domain: document.folders.join('/'), schema };
}

/** Whether a place is an item of a list, whose key says nothing. */
const isNumbered = ({ path }: Location): boolean => /^\d+$/.test(String(path.at(-1)));

/** The alternatives of a root that does nothing but list them: references, and objects. */
function alternativesOf(document: SourceDocument): Location[] | undefined {
  const root = { document, path: [] };
  const [keyword = '', ...others] = Object.keys(objectAt(root)).filter((name) => asserting.has(name));
  // An object that lists kinds of itself says so with its type.
  if (others.some((name) => name !== 'type')) return undefined;
  const lists = [keyword, ...others].filter((name) => name === 'oneOf' || name === 'anyOf');
  const list = valueAt(document.value, lists);
  if (lists.length !== 1 || !isJsonArray(list)) return undefined;
  const isMessage = (each: Json): boolean =>
    isJsonObject(each) &&
    (typeof each['$ref'] === 'string' || each['type'] === 'object' || isJsonObject(each['properties']));
  return list.every(isMessage) ? list.map((_, index) => inside(root, ...lists, index)) : undefined;
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
  documents: readonly SourceDocument[],
  references: SourceReferences,
): { readonly used: ReadonlySet<string>; readonly referrers: Referrers } {
  const used = new Set<string>();
  const referrers = new Map<SourceDocument, Set<SourceDocument>>();
  for (const document of documents) {
    const listed = new Set((alternativesOf(document) ?? []).map(keyOf));
    const visit = (value: Json, path: Path): void => {
      const at = { document, path };
      if (listed.has(keyOf(at)) && isJsonObject(value) && typeof value['$ref'] === 'string') return;
      if (isJsonArray(value)) for (const [index, each] of value.entries()) visit(each, [...path, index]);
      if (!isJsonObject(value)) return;
      const { $ref } = value;
      const target = typeof $ref === 'string' ? references.resolve($ref, at) : undefined;
      // A schema that contains itself is not used by another.
      if (target !== undefined && !isWithin(at, target)) {
        used.add(keyOf(target));
        if (target.path.length === 0)
          referrers.set(target.document, (referrers.get(target.document) ?? new Set()).add(document));
      }
      for (const [key, each] of Object.entries(value)) visit(each, [...path, key]);
    };
    visit(document.value, []);
  }
  return { used, referrers };
}

function isWithin(inner: Location, outer: Location): boolean {
  return (
    inner.document === outer.document && outer.path.every((key, index) => String(inner.path[index]) === String(key))
  );
}
