import type { JsonObject } from '../../json.js';
import type { Message, Model, SharedType } from '../../model/model.js';
import type { JsonSchema } from '../../schema/json-schema.js';
import { facts, inWords } from './words.js';

/** The dialect that every schema is written in. */
const dialect = 'https://json-schema.org/draft/2020-12/schema';

/**
 * The schema of a message's payload as a file of its own: all that it refers to is inside, and what the catalog says of the
 * message are its annotations.
 */
export function messageSchema(message: Message, model: Model): JsonObject {
  const { description: ownDescription, examples = [], ...schema } = objectOf(message.jsonSchema());
  const payloads = [...message.examples.map(({ payload }) => payload), ...examples];
  return {
    ...head(message.name, model),
    title: message.payload.name,
    description: [inWords(message), ownDescription ?? ''].filter((text) => text !== '').join('\n\n'),
    ...(message.deprecated === undefined ? {} : { deprecated: true }),
    'x-message': facts(message),
    ...schema,
    ...(payloads.length === 0 ? {} : { examples: payloads }),
  } as JsonObject;
}

/** The schema of a shared type as a file of its own. */
export function typeSchema({ fileName, name, jsonSchema }: SharedType, model: Model): JsonObject {
  return { ...head(`types/${fileName}`, model), title: name, ...objectOf(jsonSchema()) } as JsonObject;
}

/** An address that no other version of a schema has, and that nothing is to be fetched from (RFC 8141). */
const head = (path: string, { settings }: Model): JsonObject => ({
  $schema: dialect,
  $id: `urn:npm:${settings.package.name}:${settings.version}:${path}`,
});

/** A schema as an object that says the same. */
const objectOf = (schema: JsonSchema): Exclude<JsonSchema, boolean> =>
  typeof schema === 'object' ? schema : schema ? {} : { not: {} };
