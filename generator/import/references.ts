import { isJsonArray, isJsonObject, type Json, type Path } from '../json.js';
import { pointerPath, pointerText, valueAt } from '../schema/pointer.js';
import type { Location, SourceDocument } from './source-document.js';

/** Keywords whose content is data, in which nothing is named. */
const data: ReadonlySet<string> = new Set(['enum', 'const', 'default', 'examples', 'example']);

/** Finds what references of any draft lead to, among the documents of an import: nothing is fetched. */
export class SourceReferences {
  /** Places by absolute URI: documents, inner `$id`s, and anchors behind `#`. */
  readonly #places = new Map<string, Location>();
  /** Base URIs of schemas with an `$id`, by {@link keyOf}. */
  readonly #bases = new Map<string, string>();
  /** How many schemas have each dynamic anchor; that of `$recursiveAnchor` has no name. */
  readonly #dynamic = new Map<string, number>();

  constructor(documents: readonly SourceDocument[]) {
    for (const document of documents) this.#places.set(document.uri, { document, path: [] });
    for (const document of documents) this.#index(document, document.value, [], document.uri);
  }

  /** Leads to a value by a reference that stands at a place; `undefined` where no document has it. */
  resolve(reference: string, from: Location): Location | undefined {
    if (/^#(?:\/|$)/.test(reference)) {
      const roots = [this.resource(from), { document: from.document, path: [] }];
      for (const root of roots) {
        const place = this.#inside(root, reference.slice(1));
        if (place !== undefined) return place;
      }
    }
    // Files name each other by relative paths, too, where their `$id`s say otherwise.
    for (const base of [this.base(from), from.document.uri]) {
      const uri = absolute(reference, base);
      if (uri === undefined) continue;
      const [resource = '', fragment = ''] = uri.split(/#(.*)/s);
      const place = this.#places.get(uri) ?? this.#inside(this.#places.get(resource), fragment);
      if (place !== undefined) return place;
    }
    return undefined;
  }

  /** Whether what a dynamic reference leads to depends on the schemas that lead to it: several have its anchor. */
  isDynamic(reference: string): boolean {
    return (this.#dynamic.get(reference.split('#')[1] ?? '') ?? 0) > 1;
  }

  /** The place that a value stands for: where it is nothing but a reference, what that leads to. */
  follow(place: Location): Location {
    const seen = new Set<string>();
    for (let at = place; ;) {
      const { $ref } = objectAt(at);
      const next = typeof $ref === 'string' ? this.resolve($ref, at) : undefined;
      if (next === undefined || seen.has(keyOf(next))) return at;
      seen.add(keyOf(next));
      at = next;
    }
  }

  /** The URI that references at a place are relative to. */
  base({ document, path }: Location): string {
    for (let length = path.length; length >= 0; length -= 1) {
      const base = this.#bases.get(keyOf({ document, path: path.slice(0, length) }));
      if (base !== undefined) return base;
    }
    return document.uri;
  }

  /** The root of the schema resource that a place lies in: the nearest one above it with an `$id`. */
  resource({ document, path }: Location): Location {
    for (let length = path.length; length > 0; length -= 1) {
      const place = { document, path: path.slice(0, length) };
      if (this.#bases.has(keyOf(place))) return place;
    }
    return { document, path: [] };
  }

  #inside(root: Location | undefined, fragment: string): Location | undefined {
    if (root === undefined) return undefined;
    if (fragment === '') return root;
    const pointer = decode(fragment);
    if (pointer === undefined || !pointer.startsWith('/')) return undefined;
    const path = [...root.path, ...pointerPath(pointer)];
    return valueAt(root.document.value, path) === undefined ? undefined : { document: root.document, path };
  }

  #index(document: SourceDocument, value: Json, path: Path, outer: string): void {
    let base = outer;
    if (isJsonArray(value))
      for (const [index, each] of value.entries()) this.#index(document, each, [...path, index], base);
    if (!isJsonObject(value)) return;
    for (const id of [value['$id'], isDraft4(document) ? value['id'] : undefined]) {
      const uri = typeof id === 'string' ? absolute(id, outer) : undefined;
      if (uri === undefined) continue;
      const resource = uri.replace(/#$/, '');
      const isIgnored = isBefore2019(document) && value['$ref'] !== undefined;
      if (!isIgnored && !this.#places.has(resource)) this.#places.set(resource, { document, path });
      // Before 2019-09 a fragment alone named what is an anchor now, and nothing beside a `$ref` counted.
      if (String(id).startsWith('#') || isIgnored) continue;
      base = resource;
      this.#bases.set(keyOf({ document, path }), base);
    }
    const dynamic = value['$recursiveAnchor'] === true ? '' : value['$dynamicAnchor'];
    if (typeof dynamic === 'string') this.#dynamic.set(dynamic, (this.#dynamic.get(dynamic) ?? 0) + 1);
    for (const name of ['$anchor', '$dynamicAnchor']) {
      const uri = `${base}#${String(value[name])}`;
      if (typeof value[name] === 'string' && !this.#places.has(uri)) this.#places.set(uri, { document, path });
    }
    for (const [key, each] of Object.entries(value))
      if (!data.has(key)) this.#index(document, each, [...path, key], base);
  }
}

/** A place as a text, the same for the same place. */
export function keyOf({ document, path }: Location): string {
  return `${document.uri}#${pointerText(path)}`;
}

/** A place for people: the file, and a JSON pointer where it is not the whole of it. */
export function placeText({ document, path }: Location): string {
  return path.length === 0 ? document.label : `${document.label}#${pointerText(path)}`;
}

/** The object at a place; an empty one where something else is there. */
export function objectAt({ document, path }: Location): JsonObjectLike {
  const value = valueAt(document.value, path);
  return isJsonObject(value) ? value : {};
}

/** The items of an array; none where something else is there. */
export function listOf(value: Json | undefined): readonly Json[] {
  return isJsonArray(value) ? value : [];
}

/** A JSON object that is read by names that it may lack. */
type JsonObjectLike = Readonly<Record<string, Json | undefined>>;

/** A value inside the one at a place. */
export function inside({ document, path }: Location, ...keys: Path): Location {
  return { document, path: [...path, ...keys] };
}

/** Whether `id` names a schema: it did so until draft 4, and is any keyword since. */
function isDraft4({ value }: SourceDocument): boolean {
  return isJsonObject(value) && /draft-0[34]/.test(String(value['$schema']));
}

/** Whether a document says that it is of a draft that ignores whatever stands beside a `$ref`. */
export function isBefore2019({ value }: SourceDocument): boolean {
  return isJsonObject(value) && /draft-0[3-7]/.test(String(value['$schema']));
}

function absolute(reference: string, base: string): string | undefined {
  try {
    return new URL(reference, base).href;
  } catch {
    return undefined;
  }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
