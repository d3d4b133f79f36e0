import type { Message, Model, NamedType } from '../model/model.js';
import { namedTypes } from '../model/named-types.js';
import { guardName, receivedTypeName, schemaName, validatorName } from '../names.js';
import { literalShape, objectShape, shapeOfType, type Shape } from './shape.js';
import { annotatedShape, callShape, mapShape, memberShape, nameShape, schemaShape } from './value-shape.js';

/** What the TypeScript of an output must declare, and nothing else of these names. */
export interface Expectations {
  /** Shapes of types, by name. */
  readonly types: ReadonlyMap<string, Shape>;
  /** Messages by the client's method. */
  readonly methods: ReadonlyMap<string, Pick<Message, 'name'> & { readonly payloadType: string }>;
  /** Message types by constant. */
  readonly constants: ReadonlyMap<string, string>;
  /** Shapes of the values of constants, by name: schemas, and what is made of them. */
  readonly values: ReadonlyMap<string, Shape>;
}

/** Works out what the output must declare. */
export function expectationsOf(model: Model): Expectations {
  const { messages } = model;
  const receivedName = ({ name, received }: NamedType): string =>
    received === undefined ? name : receivedTypeName(name);
  const types = new Map<string, Shape>();
  for (const [name, { type, received }] of namedTypes(model)) {
    types.set(name, shapeOfType(type));
    if (received !== undefined) types.set(receivedTypeName(name), shapeOfType(received));
  }
  const payloadMap = (typeOf: (payload: NamedType) => string): Shape =>
    objectShape(
      messages.map(({ name, payload }) => ({ name, shape: ['reference', typeOf(payload)], isOptional: false })),
      undefined,
    );
  types.set(
    'MessagePayloads',
    payloadMap(({ name }) => name),
  );
  types.set('ReceivedPayloads', payloadMap(receivedName));
  types.set(
    'MessageOutcomes',
    objectShape(
      messages.flatMap(({ name, outcome }) =>
        outcome === undefined ? [] : [{ name, shape: literalShape(outcome), isOptional: false }],
      ),
      undefined,
    ),
  );
  return {
    types,
    methods: new Map(messages.map(({ name, method, payload }) => [method, { name, payloadType: payload.name }])),
    constants: new Map(messages.map(({ name, constant }) => [constant, name])),
    values: valuesOf(model, receivedName),
  };
}

function valuesOf(model: Model, receivedName: (payload: NamedType) => string): Expectations['values'] {
  const values = new Map<string, Shape>();
  for (const [name, { schema }] of namedTypes(model))
    values.set(schemaName(name), annotatedShape(['reference', 'SchemaObject'], schemaShape(schema)));
  for (const { name, payload } of model.messages) {
    const validator = validatorName(name);
    const type: Shape = ['reference', 'Validator', ['reference', receivedName(payload)]];
    const call = callShape(nameShape('compileValidator'), [], [nameShape(schemaName(payload.name))]);
    values
      .set(validator, annotatedShape(type, call))
      .set(guardName(name), memberShape(nameShape(validator), 'accepts'));
  }
  values.set('messageValidators', mapShape(model.messages.map(({ name }) => [name, nameShape(validatorName(name))])));
  return values;
}
