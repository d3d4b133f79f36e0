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

/** What an output must declare, worked out for as much of it as is asked about. */
export interface Expected extends Pick<Expectations, 'methods' | 'constants'> {
  /** What a name must be as a type, and as a constant; `undefined` where it must not be one. */
  readonly shapesOf: (name: string) => { readonly type: Shape | undefined; readonly value: Shape | undefined };
  /** Everything. */
  readonly all: () => Expectations;
}

/** Works out what the output must declare. */
export function expectationsOf(model: Model): Expectations {
  return expectedOf(model).all();
}

/** Gets ready to work out what the output must declare. */
export function expectedOf(model: Model): Expected {
  const { messages } = model;
  const types = typesOf(model);
  const values = valuesOf(model);
  const methods = new Map(
    messages.map(({ name, method, payload }) => [method, { name, payloadType: payload.name }] as const),
  );
  const constants = new Map(messages.map(({ name, constant }) => [constant, name] as const));
  return {
    methods,
    constants,
    shapesOf: (name) => ({ type: types.get(name)?.(), value: values.get(name)?.() }),
    all: () => ({ types: madeOf(types), methods, constants, values: madeOf(values) }),
  };
}

/** Shapes by name, each worked out where it is asked for. */
type LazyShapes = ReadonlyMap<string, () => Shape>;

const madeOf = (shapes: LazyShapes): ReadonlyMap<string, Shape> =>
  new Map([...shapes].map(([name, shape]) => [name, shape()]));

const receivedName = ({ name, received }: NamedType): string =>
  received === undefined ? name : receivedTypeName(name);

function typesOf(model: Model): LazyShapes {
  const shapes = new Map<string, () => Shape>();
  for (const [name, { type, received }] of namedTypes(model)) {
    shapes.set(name, () => shapeOfType(type));
    if (received !== undefined) shapes.set(receivedTypeName(name), () => shapeOfType(received));
  }
  const payloadMap = (typeOf: (payload: NamedType) => string): Shape =>
    mapOf(model.messages.map(({ name, payload }) => [name, ['reference', typeOf(payload)]]));
  const outcomes = model.messages.flatMap(({ name, outcome }) =>
    outcome === undefined ? [] : [[name, literalShape(outcome)] as const],
  );
  return shapes
    .set('MessagePayloads', () => payloadMap(({ name }) => name))
    .set('ReceivedPayloads', () => payloadMap(receivedName))
    .set('MessageOutcomes', () => mapOf(outcomes));
}

function mapOf(properties: readonly (readonly [name: string, shape: Shape])[]): Shape {
  return objectShape(
    properties.map(([name, shape]) => ({ name, shape, isOptional: false })),
    undefined,
  );
}

function valuesOf(model: Model): LazyShapes {
  const shapes = new Map<string, () => Shape>();
  for (const [name, { schema }] of namedTypes(model))
    shapes.set(schemaName(name), () => annotatedShape(['reference', 'SchemaObject'], schemaShape(schema)));
  for (const { name, payload } of model.messages) {
    const validator = validatorName(name);
    const type: Shape = ['reference', 'Validator', ['reference', receivedName(payload)]];
    const call = callShape(nameShape('compileValidator'), [], [nameShape(schemaName(payload.name))]);
    shapes
      .set(validator, () => annotatedShape(type, call))
      .set(guardName(name), () => memberShape(nameShape(validator), 'accepts'));
  }
  return shapes.set('messageValidators', () =>
    mapShape(model.messages.map(({ name }) => [name, nameShape(validatorName(name))])),
  );
}
