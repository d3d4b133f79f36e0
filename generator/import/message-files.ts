import { isJsonArray, isJsonObject, type Json, type JsonObject, type Path } from '../json.js';
import { textsIn, type Candidate } from './candidate.js';
import { catalogName, NameRegister } from './choose-names.js';
import { placeSchemas, type PlacedSchema } from './place-schemas.js';
import type { Place } from './sources.js';

/** A file of a catalog to be. */
export interface BuiltFile {
  /** Path in the catalog. */
  readonly path: string;
  readonly value: Json;
  /** Where in the source a part of it comes from. */
  readonly origin: (path: Path) => Place;
}

/** Makes the files of messages, and of the types that several of them share. */
export function messageFiles(candidates: readonly Candidate[]): BuiltFile[] {
  const names = new NameRegister();
  // Two operations may send the same schema, and are two messages.
  const named = candidates.map((candidate) => {
    const name = names.message(candidate.names);
    const folders = candidate.domain.split('/').flatMap((part) => catalogName(part) ?? []);
    return { candidate, name, path: ['messages', ...folders, `${name}.yaml`].join('/'), place: candidate.schema };
  });
  const { messages, types } = placeSchemas(named, names);
  const files = messages.map((placed): BuiltFile => {
    const { path, candidate, origin } = placed;
    const outcome = named.find(({ place }) => place.key === candidate.outcome?.key)?.name;
    const value = messageValue(placed, placed.name, candidate, outcome);
    return { path, value, origin: (part) => origin(part[0] === 'payload' ? part.slice(1) : part) };
  });
  return [...files, ...types.map(({ path, schema, origin }) => ({ path, value: schema, origin }))];
}

function messageValue(
  { schema, place }: PlacedSchema,
  name: string,
  candidate: Candidate,
  outcome: string | undefined,
): JsonObject {
  const { description, title, examples, ...rest } = isJsonObject(schema) ? schema : {};
  const [text = `Imported from \`${place.text}\`.`] = textsIn([candidate.description, description, title]);
  const shown = [...(candidate.examples ?? []), ...(isJsonArray(examples) ? examples : [])];
  return {
    name,
    description: text.trim(),
    ...candidate.facts,
    ...(outcome !== undefined && { outcome }),
    ...(shown.length > 0 && { examples: shown.map((payload, index) => ({ title: `Example ${index + 1}`, payload })) }),
    payload: isJsonObject(schema) ? { ...(title !== undefined && { title }), ...rest } : schema,
  };
}
