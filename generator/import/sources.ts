import { isJsonArray, isJsonObject, type Json, type JsonObject, type Path } from '../json.js';
import { pointerPath, pointerText, valueAt } from '../schema/pointer.js';

/** A file or module that catalog files are made from, as read. */
export interface SourceDocument {
  /** How reports name it, such as a path relative to the current folder. */
  readonly label: string;
  /** Where it is: references are resolved against it. */
  readonly uri: string;
  readonly value: Json;
  /** Folders between the source and the file, for a file in a folder. */
  readonly folders: readonly string[];
}

/** Receives what is not carried over, or not as it was: its place, and why. */
export type ReportLoss = (place: string, reason: string) => undefined;

/** A value in a document of an import. */
export class Place {
  constructor(
    readonly document: SourceDocument,
    readonly path: Path,
    readonly sources: Sources,
  ) {}

  /** `undefined` where nothing is there. */
  get value(): Json | undefined {
    return valueAt(this.document.value, this.path);
  }

  /** The value as an object; an empty one where it is something else. */
  get object(): Readonly<Record<string, Json | undefined>> {
    return isJsonObject(this.value) ? this.value : {};
  }

  /** A text that is the same for the same place alone. */
  get key(): string {
    return `${this.document.uri}#${pointerText(this.path)}`;
  }

  /** The place for people: the file, and a JSON pointer where it is not the whole of it. */
  get text(): string {
    return this.path.length === 0 ? this.document.label : `${this.document.label}#${pointerText(this.path)}`;
  }

  /** A place inside this one. */
  at(...keys: Path): Place {
    return new Place(this.document, [...this.path, ...keys], this.sources);
  }

  /** A place above this one, or itself: of so many keys. */
  above(length: number): Place {
    return new Place(this.document, this.path.slice(0, length), this.sources);
  }

  /** Whether it is in another place, or that place itself. */
  isWithin({ document, path }: Place): boolean {
    return this.document === document && path.every((key, depth) => String(this.path[depth]) === String(key));
  }

  /** What an entry stands for. */
  entry(name: string): Place {
    return this.at(name).follow();
  }

  /** The keys or indexes of an object or list, itself or one of its entries, and what each entry of it stands for. */
  entries(name?: string): [string, Place][] {
    const owner = name === undefined ? this : this.entry(name);
    const names = typeof owner.value === 'object' ? Object.keys(owner.value ?? {}) : [];
    return names.map((each) => [each, owner.entry(each)]);
  }

  /** What it stands for: where it is a reference, what that leads to. */
  follow(met: readonly string[] = []): Place {
    const { $ref } = this.object;
    const next = typeof $ref === 'string' ? this.sources.resolve($ref, this) : undefined;
    return next === undefined || met.includes(next.key) ? this : next.follow([...met, next.key]);
  }

  /** Reports that it is not carried over, or not as it was. */
  lose(reason: string): undefined {
    return this.sources.lose(this.text, reason);
  }
}

/** Keywords whose content is data. */
const data: ReadonlySet<string> = new Set(['enum', 'const', 'default', 'examples', 'example']);

/** The documents of an import, and what references of any draft lead to in them: nothing is fetched. */
export class Sources {
  /** Places of references, outermost first. */
  readonly references: Place[] = [];
  /** Places by absolute URI: documents, inner `$id`s, and anchors behind `#`. */
  readonly #places = new Map<string, Place>();
  /** Base URIs of schemas with an `$id`, by the keys of their places. */
  readonly #bases = new Map<string, string>();
  /** How many schemas have each dynamic anchor; that of `$recursiveAnchor` has no name. */
  readonly #dynamic = new Map<string, number>();

  constructor(
    readonly documents: readonly SourceDocument[],
    readonly lose: ReportLoss,
  ) {
    for (const document of documents) this.#places.set(document.uri, this.root(document));
    for (const document of documents) this.#index(this.root(document), document.value, document.uri);
  }

  /** The whole of a document. */
  root(document: SourceDocument): Place {
    return new Place(document, [], this);
  }

  /** Leads to a value by a reference that stands at a place; `undefined` where no document has it. */
  resolve(reference: string, from: Place): Place | undefined {
    const resource = this.#resource(from);
    if (/^#(?:\/|$)/.test(reference)) {
      const pointer = reference.slice(1);
      const place = inside(resource, pointer) ?? inside(from.above(0), pointer);
      if (place !== undefined) return place;
    }
    // Files name each other by relative paths, too, where their `$id`s say otherwise.
    for (const base of [this.#bases.get(resource.key) ?? from.document.uri, from.document.uri]) {
      const uri = absolute(reference, base);
      const [document = '', fragment = ''] = uri?.split(/#(.*)/s) ?? [];
      const place = this.#places.get(uri ?? '') ?? inside(this.#places.get(document), fragment);
      if (place !== undefined) return place;
    }
    return undefined;
  }

  /** Whether what a dynamic reference leads to depends on the schemas that lead to it: several have its anchor. */
  isDynamic(reference: string): boolean {
    return (this.#dynamic.get(reference.split('#')[1] ?? '') ?? 0) > 1;
  }

  /** The root of the schema resource that a place lies in: the nearest one above it with an `$id`. */
  #resource(place: Place): Place {
    for (let { length } = place.path; length > 0; length -= 1)
      if (this.#bases.has(place.above(length).key)) return place.above(length);
    return place.above(0);
  }

  /** @param outer - Base URI around the value; `undefined` in data, where nothing is named. */
  #index(place: Place, value: Json, outer: string | undefined): void {
    if (isJsonArray(value)) for (const [index, each] of value.entries()) this.#index(place.at(index), each, outer);
    if (!isJsonObject(value)) return;
    if (typeof value['$ref'] === 'string') this.references.push(place);
    const base = outer === undefined ? undefined : this.#nameSchema(place, value, outer);
    for (const [key, each] of Object.entries(value)) this.#index(place.at(key), each, data.has(key) ? undefined : base);
  }

  /** Notes what a schema is named, and gives the base URI of what is inside it. */
  #nameSchema(place: Place, value: JsonObject, outer: string): string {
    let base = outer;
    const { document } = place;
    for (const id of [value['$id'], isDraft4(document) ? value['id'] : undefined]) {
      const uri = typeof id === 'string' ? absolute(id, outer) : undefined;
      if (uri === undefined) continue;
      const resource = uri.replace(/#$/, '');
      const isIgnored = isBefore2019(document) && value['$ref'] !== undefined;
      if (!isIgnored) this.#name(resource, place);
      // Before 2019-09 a fragment alone named what is an anchor now, and nothing beside a `$ref` counted.
      if (String(id).startsWith('#') || isIgnored) continue;
      base = resource;
      this.#bases.set(place.key, base);
    }
    const dynamic = value['$recursiveAnchor'] === true ? '' : value['$dynamicAnchor'];
    if (typeof dynamic === 'string') this.#dynamic.set(dynamic, (this.#dynamic.get(dynamic) ?? 0) + 1);
    for (const anchor of [value['$anchor'], value['$dynamicAnchor']])
      if (typeof anchor === 'string') this.#name(`${base}#${anchor}`, place);
    return base;
  }

  #name(uri: string, place: Place): void {
    if (!this.#places.has(uri)) this.#places.set(uri, place);
  }
}

function inside(root: Place | undefined, fragment: string): Place | undefined {
  if (root === undefined || fragment === '') return root;
  const pointer = decode(fragment);
  const place = pointer?.startsWith('/') ? root.at(...pointerPath(pointer)) : undefined;
  return place?.value === undefined ? undefined : place;
}

/** Whether `id` names a schema: it did so until draft 4, and is any keyword since. */
const isDraft4 = (document: SourceDocument): boolean => /draft-0[34]/.test(dialectOf(document));

/** Whether a document says that it is of a draft that ignores whatever stands beside a `$ref`. */
export const isBefore2019 = (document: SourceDocument): boolean => /draft-0[3-7]/.test(dialectOf(document));

function dialectOf({ value }: SourceDocument): string {
  return isJsonObject(value) ? String(value['$schema']) : '';
}

function absolute(reference: string, base: string): string | undefined {
  return URL.canParse(reference, base) ? new URL(reference, base).href : undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
