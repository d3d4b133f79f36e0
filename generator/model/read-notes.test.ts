import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { References } from '../schema/references.js';
import { emptyNotes, type Notes } from './notes.js';
import { readNotes } from './read-notes.js';

const definitions: Record<string, JsonSchema> = {
  sku: { type: 'string', pattern: '^x', description: 'A stock number.', default: 'x1', examples: ['x2'] },
  state: { enum: ['on', 'off'], deprecated: true },
  always: { const: 'x' },
  size: { type: ['integer', 'null'], minimum: 1 },
  again: { $ref: '#/$defs/sku', maxLength: 9 },
  key: { type: 'string', 'x-secret': true, default: 'hush' },
  part: { type: 'object', minProperties: 1, default: {}, examples: [{}] },
  loop: { $ref: '#/$defs/loop', minLength: 1 },
};
const alternatives = 'Its alternatives have conditions of their own, checked at run time.';

const cases: readonly { title: string; given: JsonSchema; want: Partial<Notes> }[] = [
  { title: 'nothing', given: true, want: {} },
  {
    title: 'a reference to a text: all that is said of it',
    given: { $ref: '#/$defs/sku' },
    want: {
      description: 'A stock number.',
      standsFor: 'String.',
      conditions: ['Matches `^x`.'],
      default: 'x1',
      examples: ['x2'],
    },
  },
  {
    title: 'a reference with words of its own, which come first',
    given: { $ref: '#/$defs/sku', description: 'Mine.', minLength: 2, default: 'x3', examples: ['x4'] },
    want: {
      description: 'Mine.',
      standsFor: 'String.',
      conditions: ['At least 2 characters.', 'Matches `^x`.'],
      default: 'x3',
      examples: ['x4'],
    },
  },
  {
    title: 'a reference to a reference',
    given: { $ref: '#/$defs/again' },
    want: {
      description: 'A stock number.',
      standsFor: 'String.',
      conditions: ['At most 9 characters.', 'Matches `^x`.'],
      default: 'x1',
      examples: ['x2'],
    },
  },
  {
    title: 'a reference to values',
    given: { $ref: '#/$defs/state' },
    want: { standsFor: 'One of `"on"`, `"off"`.', isDeprecated: true },
  },
  { title: 'a reference to one value', given: { $ref: '#/$defs/always' }, want: { standsFor: 'Always `"x"`.' } },
  {
    title: 'a reference to a number',
    given: { $ref: '#/$defs/size' },
    want: { standsFor: 'Number or null.', isInteger: true, conditions: ['Minimum: 1.'] },
  },
  {
    title: 'a reference to a secret, without its values',
    given: { $ref: '#/$defs/key' },
    want: { standsFor: 'String.', isSecret: true },
  },
  {
    title: 'a reference to an object: its conditions, not its values',
    given: { $ref: '#/$defs/part' },
    want: { conditions: ['At least 1 property.'] },
  },
  {
    title: 'names of properties that a reference leads to',
    given: { propertyNames: { $ref: '#/$defs/state' } },
    want: { conditions: ['Property names: `on`, `off`.'] },
  },
  {
    title: 'a reference to itself',
    given: { $ref: '#/$defs/loop' },
    want: { conditions: ['At least 1 character.'] },
  },
  {
    title: 'parts that hold at once',
    given: { allOf: [{ minLength: 1 }, { type: 'integer' }, { 'x-secret': true, default: 'hush' }] },
    want: { conditions: ['At least 1 character.'], isInteger: true, isSecret: true },
  },
  {
    title: 'the only alternative beside null',
    given: { anyOf: [{ type: 'string', format: 'uri', description: 'Where.' }, { type: 'null' }] },
    want: { description: 'Where.', conditions: ['Format: URI (RFC 3986), absolute.'] },
  },
  {
    title: 'alternatives with conditions',
    given: { oneOf: [{ type: 'string', minLength: 1 }, { type: 'boolean' }] },
    want: { conditions: ['Exactly one of the alternatives.', alternatives] },
  },
  {
    title: 'alternatives of which the types say all',
    given: { anyOf: [{ type: 'object', additionalProperties: false }, { type: 'boolean' }] },
    want: {},
  },
  {
    title: 'an alternative that is a secret',
    given: { anyOf: [{ type: 'string', 'x-secret': true }, { type: 'boolean' }] },
    want: { isSecret: true },
  },
  {
    title: 'items by position',
    given: { prefixItems: [{ type: 'integer', description: 'A\nsize.' }, {}, { minLength: 1 }], items: { maximum: 2 } },
    want: { conditions: ['Item 1: A size. Integer.', 'Item 3: At least 1 character.', 'Further items: Maximum: 2.'] },
  },
];

describe('What documentation says of a value', () => {
  it.each(cases)('with $title', ({ given, want }) => {
    const file = {
      path: 'messages/m.yaml',
      absolutePath: '/m.yaml',
      text: '',
      value: { payload: { $defs: definitions as JsonObject } },
    };
    expect(readNotes({ schema: given, file }, new References([file]))).toEqual({ ...emptyNotes, ...want });
  });
});
