import type { Message, Model, NamedType } from '../model/model.js';
import { namedTypes } from '../model/named-types.js';
import { receivedTypeName } from '../names.js';
import { literalShape, objectShape, shapeOfType, type Shape } from './shape.js';

/** What the TypeScript of an output must declare, and nothing else of these names. */
export interface Expectations {
  /** Shapes of types, by name. */
  readonly types: ReadonlyMap<string, Shape>;
  /** Messages by the client's method. */
  readonly methods: ReadonlyMap<string, Pick<Message, 'name'> & { readonly payloadType: string }>;
  /** Message types by constant. */
  readonly constants: ReadonlyMap<string, string>;
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
  };
}
