import type { Catalog, MessageDefinition } from '../catalog/catalog.js';
import { valueAt } from '../schema/pointer.js';
import { didYouMean } from '../text/suggest.js';

/** The messages whose name is written in their file; a placeholder for a missing or wrong name is not an error. */
export function namedMessages({ messages }: Catalog): readonly MessageDefinition[] {
  return messages.filter(({ file, name }) => valueAt(file.value, ['name']) === name);
}

/** Says that a message does not exist, and which one was likely meant. */
export function missingMessage(name: string, known: ReadonlySet<string>): string {
  return `There is no message ${name}.${didYouMean(name, [...known]) || ' Add it to messages/, or correct the name.'}`;
}
