import { contentHash } from '../content-hash.js';
import { closureDigests } from '../graph.js';
import { receivedTypeName } from '../names.js';
import type { Message, Model, NamedType, SharedType } from './model.js';
import { schemaReferences, typeReferences } from './type-references.js';

/**
 * A digest for each message and shared type of a model, of all that is known of it and of what it refers to: where it is the
 * same, nothing that is made of it differs.
 *
 * @param model - The model.
 */
export function modelDigests({ messages, types }: Model): ReadonlyMap<Message | SharedType, string> {
  const namedTypesOf = new Map<Message | SharedType, readonly NamedType[]>([
    ...messages.map((message) => [message, [message.payload, ...message.locals]] as const),
    ...types.map((type) => [type, [type, ...type.locals]] as const),
  ]);
  const homes = new Map(
    [...namedTypesOf].flatMap(([part, named]) =>
      named.flatMap(({ name }) => [[name, part] as const, [receivedTypeName(name), part] as const]),
    ),
  );
  const targetsOf = (part: Message | SharedType): (Message | SharedType)[] =>
    (namedTypesOf.get(part) ?? []).flatMap(referencesOf).flatMap((name) => homes.get(name) ?? []);
  const own = [...namedTypesOf.keys()].map((part) => [part, contentHash(JSON.stringify(part))] as const);
  return closureDigests(new Map(own), targetsOf);
}

function referencesOf({ type, received, schema }: NamedType): string[] {
  return [
    ...typeReferences(type),
    ...(received === undefined ? [] : typeReferences(received)),
    ...schemaReferences(schema),
  ];
}
