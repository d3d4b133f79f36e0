import { posix } from 'node:path';
import type { Model, NamedType } from '../model/model.js';
import { receivedTypeName } from '../names.js';

/** Folders below the package's `src`, of the modules of messages and of those of shared types. */
type Folders = Readonly<Record<'messages' | 'types', string>>;

/** Finds the modules of all types of a model; gives a type's path, as a module in one of the two folders imports it. */
export function modulePaths({ messages, types }: Model, folders: Folders) {
  const modules = new Map<string, string>();
  const declare = (named: readonly NamedType[], module: string): void => {
    for (const { name } of named) modules.set(name, module).set(receivedTypeName(name), module);
  };
  for (const { name, declared } of messages) declare(declared, `${folders.messages}/${name}`);
  for (const { fileName, declared } of types) declare(declared, `${folders.types}/${fileName}`);
  return (from: keyof Folders) => (typeName: string) => {
    const path = posix.relative(folders[from], modules.get(typeName) ?? '');
    return `${path.startsWith('.') ? '' : './'}${path}.js`;
  };
}
