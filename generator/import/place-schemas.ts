import { posix } from 'node:path';
import { isJsonObject, type Json } from '../json.js';
import { contentOf, keywords, mapSchemas, type KeywordContent } from '../schema/keywords.js';
import { asSchema, type JsonSchema } from '../schema/json-schema.js';
import { pointerFragment } from '../schema/pointer.js';
import { catalogName, type NameRegister } from './choose-names.js';
import { convertSchema, type ConvertedSchema } from './convert-schema.js';
import { keyOf, objectAt, type SourceReferences } from './references.js';
import type { Location, ReportLoss } from './source-document.js';

/** A message or shared type to be, with its schema where the catalog wants it. */
export interface PlacedSchema {
  /** Path in the catalog. */
  readonly path: string;
  readonly name: string;
  readonly place: Location;
  readonly schema: Json;
  /** Where its definitions come from, by name. */
  readonly parts: ReadonlyMap<string, Location>;
}

/** A file to be, whose schema is still to be made. */
type EmptyFile = Omit<PlacedSchema, 'schema' | 'parts'>;

/** Where a schema of the source goes: to a file of its own, or among the definitions of one. */
interface Home {
  readonly path: string;
  readonly pointer: string;
}

/**
 * Converts the payloads of messages with all that they refer to. What several messages reach becomes a shared type, what one
 * alone does a definition in its file.
 */
export class SchemaPlacer {
  readonly #references: SourceReferences;
  readonly #report: ReportLoss;
  readonly #names: NameRegister;
  readonly #converted = new Map<string, ConvertedSchema>();

  constructor(references: SourceReferences, names: NameRegister, report: ReportLoss) {
    this.#references = references;
    this.#names = names;
    this.#report = report;
  }

  /** @param messages - Places of the payloads, with the files that they go to. */
  place(messages: readonly EmptyFile[]): { messages: PlacedSchema[]; types: PlacedSchema[] } {
    const users: Users = new Map();
    for (const { place, path } of messages) this.#visit(place, path, users);
    const payloads = new Map(messages.map(({ place, path }) => [keyOf(place), path]));
    const homes = new Map<string, Home>();
    const types: EmptyFile[] = [];
    const definitions = new Map<string, Map<string, Location>>();
    for (const [key, { place, owners }] of users) {
      const [only = '', ...others] = owners;
      const texts = namesOf(place);
      if (others.length > 0) {
        const name = this.#names.type(texts);
        const path = `types/${name}.yaml`;
        types.push({ path, name, place });
        homes.set(key, { path, pointer: '' });
        continue;
      }
      if (payloads.get(key) === only) {
        homes.set(key, { path: only, pointer: '' });
        continue;
      }
      const own = definitions.get(only) ?? new Map<string, Location>();
      definitions.set(only, own);
      const name = freeKey(texts, own);
      own.set(name, place);
      homes.set(key, { path: only, pointer: pointerFragment(['$defs', name]).slice(1) });
    }
    const complete = (file: EmptyFile): PlacedSchema => {
      const home = homes.get(keyOf(file.place));
      if (home?.path !== file.path) return { ...file, schema: { $ref: reference(home, file.path) }, parts: new Map() };
      const schema = this.#write(file.place, file.path, homes);
      const parts = definitions.get(file.path) ?? new Map<string, Location>();
      if (parts.size === 0) return { ...file, schema, parts };
      const own = [...parts].map(([name, place]) => [name, this.#write(place, file.path, homes)] as const);
      const root = isJsonObject(schema) ? schema : { not: !schema };
      return { ...file, schema: { ...root, $defs: Object.fromEntries(own) }, parts };
    };
    return { messages: messages.map(complete), types: types.map(complete) };
  }

  /** Notes that a message reaches each schema that its payload refers to, directly or by way of others. */
  #visit(start: Location, owner: string, users: Users): void {
    const waiting = [start];
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      const key = keyOf(place);
      const entry = users.get(key) ?? { place, owners: new Set<string>() };
      users.set(key, entry);
      if (entry.owners.has(owner)) continue;
      entry.owners.add(owner);
      waiting.push(...[...this.#convert(place).targets.values()].toReversed());
    }
  }

  #convert(place: Location): ConvertedSchema {
    const key = keyOf(place);
    const known = this.#converted.get(key) ?? convertSchema(place, this.#references, this.#report);
    this.#converted.set(key, known);
    return known;
  }

  /** The schema at a place with its references led to where they lie now. */
  #write(place: Location, path: string, homes: ReadonlyMap<string, Home>): Json {
    const rewrite = (schema: JsonSchema): Json => {
      if (typeof schema === 'boolean') return schema;
      const entries = Object.entries(schema).map(([name, content]: [string, unknown]): [string, unknown] => {
        if (name === '$ref') return [name, reference(homes.get(String(content)), path)];
        const held = contentOf(name);
        return [name, mapSchemas(content, isHeld(content, held) ? held : 'value', rewrite)];
      });
      return Object.fromEntries(entries) as Json;
    };
    return rewrite(asSchema(this.#convert(place).schema));
  }
}

/** The messages that reach each schema, by the schema's key. */
type Users = Map<string, { readonly place: Location; readonly owners: Set<string> }>;

/** Whether a keyword holds what it should: a mistake of the source is reported when the catalog is checked. */
function isHeld(content: unknown, held: KeywordContent): boolean {
  if (held === 'list') return Array.isArray(content);
  return held !== 'map' || (typeof content === 'object' && content !== null && !Array.isArray(content));
}

function reference(home: Home | undefined, from: string): string {
  if (home === undefined)
    throw new Error('A schema that is referred to has no place, which is a defect of this program.');
  const file = home.path === from ? '' : posix.relative(posix.dirname(from), home.path);
  const fragment = home.pointer === '' && file !== '' ? '' : `#${home.pointer}`;
  return file + fragment;
}

/** What a schema may be called: its key, or the file's name or the title where the key says nothing. */
function namesOf(place: Location): string[] {
  const { document, path } = place;
  const { title } = objectAt(place);
  const key = path.findLast((part) => typeof part === 'string' && !keywordNames.has(part));
  const texts = [
    key === undefined ? posix.basename(document.label).replace(/(?:\.schema)?\.\w+$/, '') : String(key),
    title,
  ];
  return texts.filter((text) => typeof text === 'string');
}

const keywordNames: ReadonlySet<string> = new Set([...keywords.map(({ name }): string => name), 'schema', 'payload']);

/** A key for a definition: the source's own where it can be one. */
function freeKey([text = 'definition', ...others]: readonly string[], taken: ReadonlyMap<string, unknown>): string {
  const base = /^[\w.$-]{1,80}$/.test(text)
    ? text
    : ([text, ...others].map(catalogName).find((name) => name !== undefined) ?? 'definition');
  let key = base;
  for (let number = 2; taken.has(key); number += 1) key = `${base}-${number}`;
  return key;
}
