import { posix } from 'node:path';
import type { Model, NamedType } from '../model/model.js';
import { receivedTypeName } from '../names.js';

/** Folders below the package's `src`, of the modules of messages and of those of shared types. */
type Folders = Readonly<Record<'messages' | 'types', string>>;

/** Gives the module of a type, as a module in one of the two folders imports it. */
export type ModulePaths = (from: keyof Folders) => (typeName: string) => string;

/** Finds the modules of all types of a model. */
export function modulePaths({ messages, types }: Model, folders: Folders): ModulePaths {
  const modules = new Map<string, string>();
  const declare = (named: readonly NamedType[], module: string): void => {
    for (const { name } of named) modules.set(name, module).set(receivedTypeName(name), module);
  };
  for (const { name, payload, locals } of messages) declare([payload, ...locals], `${folders.messages}/${name}`);
  for (const type of types) declare([type, ...type.locals], `${folders.types}/${type.fileName}`);
  return (from) => (typeName) => {
    const path = posix.relative(folders[from], modules.get(typeName) ?? '');
    return `${path.startsWith('.') ? '' : './'}${path}.js`;
  };
}
