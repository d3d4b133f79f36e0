import type { Model, NamedType, SharedType } from '../../model/model.js';
import { typeReferences } from '../../model/type-node.js';
import { typeLabel } from '../markdown/type-label.js';
import type { View } from '../rendered.js';
import { codeListing } from './code.js';
import { fieldList, type FieldContext } from './fields.js';
import { shown } from './markup.js';
import { prose, proseLine } from './prose.js';

/** What the page of a shared type says between its head and its foot. */
export function typeBody({ name, type, notes, jsonSchema }: SharedType, model: Model, context: FieldContext) {
  return {
    label: shown(typeLabel(type, notes)),
    description: shown(prose(notes.description)),
    conditions: notes.conditions.map((each) => shown(proseLine(each))),
    knownValues: notes.knownValues.map(shown),
    /** Empty where it has none. */
    fields: shown(fieldList(type, context)),
    users: usersOf(name, model),
    schema: shown(codeListing(JSON.stringify(jsonSchema(), null, 2), 'json')),
  } satisfies View;
}

/** Messages and other shared types that mention a type, with their addresses. */
function usersOf(type: string, { messages, types }: Model) {
  const mentions = (named: readonly NamedType[]): boolean =>
    named.some((each) => typeReferences(each.type).includes(type));
  return [
    ...messages
      .filter(({ payload, locals }) => mentions([payload, ...locals]))
      .map(({ name }) => ({ name: shown(name), address: shown(`../messages/${name}.html`) })),
    ...types
      .filter((each) => each.name !== type && mentions([each, ...each.locals]))
      .map(({ name, fileName }) => ({ name: shown(name), address: shown(`${fileName}.html`) })),
  ];
}
