import { posix } from 'node:path';
import type { Model, NamedType } from '../model/model.js';
import { receivedTypeName } from '../names.js';

/** Modules by type name, from the package's `src` folder, without an extension. */
export type ModuleIndex = ReadonlyMap<string, string>;

/** Where types are declared, and where their schemas are. */
export interface ModuleIndexes {
  readonly types: ModuleIndex;
  readonly schemas: ModuleIndex;
}

/**
 * The modules of all types.
 *
 * @param model - The model.
 * @param folders - Where the modules of messages and of shared types are, below `src`.
 */
export function moduleIndex({ messages, types }: Model, folders: { messages: string; types: string }): ModuleIndex {
  const index = new Map<string, string>();
  const declare = (named: readonly NamedType[], module: string): void => {
    for (const { name } of named) index.set(name, module).set(receivedTypeName(name), module);
  };
  for (const { name, payload, locals } of messages) declare([payload, ...locals], `${folders.messages}/${name}`);
  for (const type of types) declare([type, ...type.locals], `${folders.types}/${type.fileName}`);
  return index;
}

/** Gives the module of a type as seen from a folder of `src`. */
export function moduleFrom(folder: string, modules: ModuleIndex): (typeName: string) => string {
  return (typeName) => {
    const path = posix.relative(folder, modules.get(typeName) ?? '');
    return `${path.startsWith('.') ? '' : './'}${path}.js`;
  };
}
