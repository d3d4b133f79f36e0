import type { Model, NamedType } from './model.js';

/** All named types of a model, by name. */
export function namedTypes({ messages, types }: Model): ReadonlyMap<string, NamedType> {
  const all = [...messages, ...types].flatMap(({ declared }) => declared);
  return new Map(all.map((type) => [type.name, type]));
}
