import { posix } from 'node:path';
import { isJsonObject, type Json, type Path } from '../json.js';
import { getOrInsert } from '../lazy.js';
import { keywordNames } from '../schema/keywords.js';
import { pointerFragment } from '../schema/pointer.js';
import { textsIn } from './candidate.js';
import { catalogName, type NameRegister } from './choose-names.js';
import { convertSchema } from './convert-schema.js';
import type { Place } from './sources.js';

/** A message or shared type to be, whose schema is still to be made. */
interface EmptyFile {
  /** Path in the catalog. */
  readonly path: string;
  readonly place: Place;
}

/** A message or shared type to be, with its schema where the catalog wants it. */
export interface PlacedSchema extends EmptyFile {
  readonly schema: Json;
  /** Where in the source a part of the schema comes from. */
  readonly origin: (path: Path) => Place;
}

/** Where a schema of the source goes: to a file of its own, or among the definitions of one. */
interface Home {
  readonly path: string;
  readonly fragment: string;
}

/**
 * Converts the payloads of messages with all that they refer to. What several messages reach becomes a shared type, what one
 * alone does a definition in its file.
 */
export function placeSchemas<Message extends EmptyFile>(
  messages: readonly Message[],
  names: NameRegister,
): { messages: (Message & PlacedSchema)[]; types: PlacedSchema[] } {
  const payloads = new Map(messages.map(({ place, path }) => [place.key, path]));
  const homes = new Map<string, Home>();
  const types: EmptyFile[] = [];
  const definitions = new Map<string, Map<string, Place>>();
  for (const [key, { place, owners }] of usersOf(messages)) {
    const [only = '', ...others] = owners;
    if (others.length > 0) {
      const path = `types/${names.type(namesOf(place))}.yaml`;
      types.push({ path, place });
      homes.set(key, { path, fragment: '' });
    } else if (payloads.get(key) === only) homes.set(key, { path: only, fragment: '' });
    else {
      const own = getOrInsert(definitions, only, () => new Map<string, Place>());
      const name = freeKey(namesOf(place), own);
      own.set(name, place);
      homes.set(key, { path: only, fragment: pointerFragment(['$defs', name]) });
    }
  }
  const complete = <File extends EmptyFile>(file: File): File & PlacedSchema => {
    const write = (place: Place): Json => convertSchema(place, (target) => reference(homes.get(target.key), file.path));
    const home = homes.get(file.place.key);
    if (home?.path !== file.path)
      return { ...file, schema: { $ref: reference(home, file.path) }, origin: (path) => file.place.at(...path) };
    const schema = write(file.place);
    const parts = definitions.get(file.path) ?? new Map<string, Place>();
    const $defs = Object.fromEntries([...parts].map(([name, place]) => [name, write(place)]));
    return {
      ...file,
      schema: parts.size === 0 ? schema : { ...(isJsonObject(schema) ? schema : { not: !schema }), $defs },
      // Definitions each have a place of their own.
      origin(path) {
        const part = path[0] === '$defs' ? parts.get(String(path[1])) : undefined;
        return part === undefined ? file.place.at(...path) : part.at(...path.slice(2));
      },
    };
  };
  return { messages: messages.map(complete), types: types.map(complete) };
}

/** The schemas that messages reach, each with the paths of those that do, by its key. */
function usersOf(messages: readonly EmptyFile[]): ReadonlyMap<string, { place: Place; owners: ReadonlySet<string> }> {
  const users = new Map<string, { place: Place; owners: Set<string> }>();
  const targets = new Map<string, readonly Place[]>();
  for (const { place: start, path } of messages) {
    const waiting = [start];
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      const found = place;
      const { owners } = getOrInsert(users, place.key, () => ({ place: found, owners: new Set<string>() }));
      if (owners.has(path)) continue;
      owners.add(path);
      waiting.push(...getOrInsert(targets, place.key, () => targetsOf(found)));
    }
  }
  return users;
}

/** The places that a schema refers to itself, the last one first. */
function targetsOf(place: Place): Place[] {
  const found = new Map<string, Place>();
  convertSchema(place, (target) => {
    found.set(target.key, target);
    return '';
  });
  return [...found.values()].toReversed();
}

function reference(home: Home | undefined, from: string): string {
  if (home === undefined)
    throw new Error('A schema that is referred to has no place, which is a defect of this program.');
  if (home.path === from) return home.fragment || '#';
  return posix.relative(posix.dirname(from), home.path) + home.fragment;
}

/** Keys that say nothing of the schema under them. */
const plainKeys: ReadonlySet<string> = new Set([...keywordNames, 'schema', 'payload']);

/** What a schema may be called: its key, or the file's name or the title where the key says nothing. */
function namesOf({ document, path, object }: Place): string[] {
  const key = path.findLast((part) => typeof part === 'string' && !plainKeys.has(part));
  return textsIn([key ?? posix.basename(document.label).replace(/(?:\.schema)?\.\w+$/, ''), object['title']]);
}

/** A key for a definition: the source's own where it can be one. */
function freeKey([text = 'definition', ...others]: readonly string[], taken: ReadonlyMap<string, unknown>): string {
  const base = /^[\w.$-]{1,80}$/.test(text)
    ? text
    : ([text, ...others].map(catalogName).find((name) => name !== undefined) ?? 'definition');
  let key = base;
  for (let number = 2; taken.has(key); number += 1) key = `${base}-${number}`;
  return key;
}
