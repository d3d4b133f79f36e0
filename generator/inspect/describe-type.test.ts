import { describe, expect, it } from 'vitest';
import { buildModel } from '../model/build-model.js';
import { catalogOf, type CatalogTexts } from '../testing/catalog-texts.js';
import { describeMessage } from './describe-message.js';
import type { FieldDescription, TypeDescription } from './describe-type.js';

/** What matters of a type for a table: its fields by name, `*` behind required ones. */
interface Outline {
  readonly type: string;
  readonly fields?: Readonly<Record<string, Outline>>;
  readonly alternatives?: readonly Outline[];
  readonly isRepeated?: true;
}

function outline({ type, fields, alternatives, isRepeated }: TypeDescription): Outline {
  return {
    type,
    ...(fields.length > 0 && {
      fields: Object.fromEntries(fields.map((each) => [each.isRequired ? `${each.name}*` : each.name, outline(each)])),
    }),
    ...(alternatives.length > 0 && { alternatives: alternatives.map(outline) }),
    ...(isRepeated && { isRepeated }),
  };
}

const payloadOf = (payload: string, types: CatalogTexts = {}): TypeDescription => {
  const text = `name: demo-request\ndescription: Shows a type.\npayload:\n  ${payload.replaceAll('\n', '\n  ')}\n`;
  const model = buildModel(catalogOf({ 'messages/demo-request.yaml': text, ...types }));
  const [message] = model.messages;
  if (message === undefined) throw new Error('There is no message.');
  return describeMessage(message, model).payload;
};

describe('A type is described', () => {
  const point = { type: 'object', fields: { 'x*': { type: 'number' } } };
  const points = 'type: object, required: [x], properties: { x: { type: number } }';

  it.each([
    { what: 'a text', given: '{ type: string }', want: { type: 'string' } },
    { what: 'an integer', given: '{ type: integer }', want: { type: 'integer' } },
    { what: 'a closed list', given: '{ enum: [a, 1] }', want: { type: '"a" or 1' } },
    { what: 'an object', given: `{ ${points} }`, want: point },
    { what: 'a list of objects', given: `{ type: array, items: { ${points} } }`, want: { ...point, type: 'object[]' } },
    {
      what: 'an object or null',
      given: `{ anyOf: [{ ${points} }, { type: 'null' }] }`,
      want: { ...point, type: 'object or null' },
    },
    {
      what: 'one of two objects',
      given: `{ oneOf: [{ ${points} }, { type: object, properties: { y: {} } }] }`,
      want: { type: 'object', alternatives: [point, { type: 'object', fields: { y: { type: 'any' } } }] },
    },
    {
      what: 'objects in one',
      given: `{ allOf: [{ ${points} }, { type: object, properties: { x: { type: number }, y: {} } }] }`,
      want: { type: 'object', fields: { 'x*': { type: 'number' }, y: { type: 'any' } } },
    },
    {
      what: 'a tuple',
      given: `{ type: array, prefixItems: [{ type: string }, { ${points} }], items: false, minItems: 2 }`,
      want: { type: '[string, object]', fields: { '[1]*': point } },
    },
    {
      what: 'other properties',
      given: `{ type: object, additionalProperties: { ${points} } }`,
      want: { type: 'object', fields: { '*': point } },
    },
  ])('$what', ({ given, want }) => {
    const { fields } = payloadOf(`type: object\nproperties:\n  it: ${given}`);
    expect(fields.map((field) => [field.name, outline(field)])).toEqual([['it', want]]);
  });

  it.each([
    { what: 'a text', given: '{ type: string }', want: ['string'] },
    { what: 'a list', given: '{ type: array, items: { type: integer } }', want: ['integer[]'] },
    { what: 'any of two', given: '{ type: [string, "null"] }', want: ['string or null'] },
    { what: 'an object', given: `{ ${points} }`, want: ['object'] },
    { what: 'anything', given: '{}', want: ['any'] },
    { what: 'a shared type', given: '{ $ref: ../types/codes.yaml }', want: ['Codes', 'Code[]'] },
    {
      what: 'an object in one with a name',
      given: `{ allOf: [{ $ref: ../types/point.yaml }, { ${points} }] }`,
      want: ['Point and object'],
    },
  ])('by what its name stands for: $what', ({ given, want }) => {
    const types = {
      'types/codes.yaml': 'type: array\nitems: { $ref: code.yaml }\n',
      'types/code.yaml': 'type: string\n',
      'types/point.yaml': `{ ${points} }`,
    };
    expect(payloadOf(given, types)).toMatchObject({ type: 'DemoRequestMessage', standsFor: want });
  });

  it('under its name, and opened where it stands, but not inside itself', () => {
    const node = 'type: object\nproperties:\n  next: { $ref: node.yaml }\n  size: { type: number }\n';
    const { fields } = payloadOf(
      'type: object\nproperties:\n  first: { $ref: types/node.yaml }'.replace('types', '../types'),
      {
        'types/node.yaml': node,
      },
    );
    expect(fields.map(outline)).toEqual([
      { type: 'Node', fields: { next: { type: 'Node', isRepeated: true }, size: { type: 'number' } } },
    ]);
  });
});

describe('A field is described', () => {
  const fieldOf = (schema: string, types?: CatalogTexts): FieldDescription | undefined =>
    payloadOf(`type: object\nproperties:\n  it: ${schema}`, types).fields[0];

  it('with all that the catalog says of it', () => {
    const schema =
      '{ type: string, description: Words., deprecated: true, x-known-values: [a], default: a, maxLength: 3 }';
    expect(fieldOf(schema)).toEqual({
      name: 'it',
      type: 'string',
      standsFor: [],
      isRepeated: false,
      fields: [],
      alternatives: [],
      isRequired: false,
      isSecret: false,
      isDeprecated: true,
      description: 'Words.',
      conditions: ['At most 3 characters.'],
      knownValues: ['a'],
      default: 'a',
    });
  });

  it('with what is said of its list under a name', () => {
    const types = { 'types/codes.yaml': 'type: array\nmaxItems: 2\nitems: { type: string, maxLength: 3 }\n' };
    expect(fieldOf('{ $ref: ../types/codes.yaml }', types)).toMatchObject({
      type: 'Codes',
      standsFor: ['string[]'],
      conditions: ['At most 2 items.', 'Each item: At most 3 characters.'],
    });
  });

  it('with what its shared type says, unless it says it itself', () => {
    const types = {
      'types/token.yaml': 'type: string\ndescription: Opens doors.\nx-secret: true\nminLength: 8\n',
    };
    expect(fieldOf('{ $ref: ../types/token.yaml }', types)).toMatchObject({
      type: 'Token',
      description: 'Opens doors.',
      isSecret: true,
      conditions: ['At least 8 characters.'],
    });
    expect(fieldOf('{ $ref: ../types/token.yaml, description: Opens mine. }', types)).toMatchObject({
      description: 'Opens mine.',
    });
  });

  it('without any value of a secret, wherever that is said', () => {
    const types = { 'types/token.yaml': 'type: string\nx-secret: true\ndefault: hush\n' };
    const list = '{ type: array, items: { type: string, x-secret: true }, default: [hush] }';
    const schemas = ['{ x-secret: true, default: hush }', '{ $ref: ../types/token.yaml, default: hush }', list];
    for (const schema of schemas) expect(fieldOf(schema, types)).toMatchObject({ isSecret: true, default: null });
  });

  it('with what holds for each item of its list', () => {
    expect(
      fieldOf('{ type: array, maxItems: 2, items: { type: string, format: uri, x-known-values: ["urn:a"] } }'),
    ).toMatchObject({
      type: 'string[]',
      conditions: ['At most 2 items.', 'Each item: Format: URI (RFC 3986), absolute.'],
      knownValues: ['urn:a'],
    });
  });
});
