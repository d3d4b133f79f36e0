import type { Model, NamedType } from './model.js';

/** All named types of a model, by name. */
export function namedTypes({ messages, types }: Model): ReadonlyMap<string, NamedType> {
  const all = [
    ...messages.flatMap(({ payload, locals }) => [payload, ...locals]),
    ...types.flatMap((type) => [type, ...type.locals]),
  ];
  return new Map(all.map((type) => [type.name, type]));
}
