import { isJsonObject, type Json, type JsonObject, type Path } from '../json.js';
import { catalogName, NameRegister } from './choose-names.js';
import { SchemaPlacer, type PlacedSchema } from './place-schemas.js';
import { inside, keyOf, listOf, placeText, type SourceReferences } from './references.js';
import type { Candidate, Location, ReportLoss } from './source-document.js';

/** A file of a catalog to be. */
export interface BuiltFile {
  /** Path in the catalog. */
  readonly path: string;
  readonly value: Json;
  /** Where in the source a part of it comes from. */
  readonly origin: (path: Path) => Location;
}

/** Makes the files of messages, and of the types that several of them share. */
export function messageFiles(
  candidates: readonly Candidate[],
  references: SourceReferences,
  report: ReportLoss,
): BuiltFile[] {
  const names = new NameRegister();
  // Two operations may send the same schema, and are two messages.
  const named = candidates.map((candidate) => {
    const name = names.message(candidate.names);
    const domain = candidate.domain
      .split('/')
      .map(catalogName)
      .filter((part) => part !== undefined)
      .join('/');
    return { candidate, name, path: ['messages', domain, `${name}.yaml`].filter((part) => part !== '').join('/') };
  });
  const places = named.map(({ candidate, name, path }) => ({ path, name, place: candidate.schema }));
  const { messages, types } = new SchemaPlacer(references, names, report).place(places);
  const nameAt = (place: Location | undefined): string | undefined =>
    place && named.find(({ candidate }) => keyOf(candidate.schema) === keyOf(place))?.name;
  return [
    ...messages.map((placed, index): BuiltFile => {
      const candidate = named[index]?.candidate;
      const value = messageValue(placed, candidate, nameAt(candidate?.outcome));
      return {
        path: placed.path,
        value,
        origin: (path) => originOf(placed, path[0] === 'payload' ? path.slice(1) : path),
      };
    }),
    ...types.map((placed) => ({
      path: placed.path,
      value: placed.schema,
      origin: (path: Path) => originOf(placed, path),
    })),
  ];
}

function messageValue(
  { name, schema, place }: PlacedSchema,
  candidate: Candidate | undefined,
  outcome: string | undefined,
): JsonObject {
  const { description, title, examples, ...rest } = isJsonObject(schema) ? schema : {};
  const texts = [candidate?.description, description, title].filter((text) => typeof text === 'string');
  const text = texts.find((each) => each.trim() !== '') ?? `Imported from \`${placeText(place)}\`.`;
  const shown = [...(candidate?.examples ?? []), ...listOf(examples)];
  return {
    name,
    description: text.trim(),
    ...(candidate?.sentBy !== undefined && { sentBy: candidate.sentBy }),
    ...(candidate?.deprecatedSince !== undefined && { deprecated: { since: candidate.deprecatedSince } }),
    ...(outcome !== undefined && { outcome }),
    ...(shown.length > 0 && { examples: shown.map((payload, index) => ({ title: `Example ${index + 1}`, payload })) }),
    payload: isJsonObject(schema) ? { ...(title !== undefined && { title }), ...rest } : schema,
  };
}

/** Where in the source a part of a schema comes from: definitions each have a place of their own. */
function originOf({ place, parts }: PlacedSchema, path: Path): Location {
  const part = path[0] === '$defs' ? parts.get(String(path[1])) : undefined;
  return part === undefined ? inside(place, ...path) : inside(part, ...path.slice(2));
}
