import type { Catalog, MessageDefinition } from '../catalog/catalog.js';
import { valueAt } from '../schema/pointer.js';
import { didYouMean } from '../text/suggest.js';
import type { Rule } from './rule.js';

/** The messages whose name is written in their file; a placeholder for a missing or wrong name is not an error. */
export function namedMessages({ messages }: Catalog): readonly MessageDefinition[] {
  return messages.filter(({ file, name }) => valueAt(file.value, ['name']) === name);
}

/** Says that a message does not exist, and which one was likely meant. */
export function missingMessage(name: string, known: ReadonlySet<string>): string {
  return `There is no message ${name}.${didYouMean(name, [...known]) || ' Add it to messages/, or correct the name.'}`;
}

/** Checks that no message yields a name that the package has already. */
export function freeName(
  nameOf: (message: string) => string,
  taken: ReadonlySet<string>,
  owner: string,
): Rule['check'] {
  return ({ catalog }, report) => {
    for (const { file, name } of namedMessages(catalog)) {
      const own = nameOf(name);
      const message = `${owner} ${own} of its own: choose another name, such as ${name}-request.`;
      if (taken.has(own)) report({ file, path: ['name'] }, message);
    }
  };
}
