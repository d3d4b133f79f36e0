import { payload, testLintRule } from '../../testing/rule-tests.js';

testLintRule('distinct-alternative', [
  {
    title: 'alternatives of oneOf that are the same but for words',
    given: payload(
      'properties:',
      '  a: { oneOf: [{ type: string }, ▸{ type: string, description: Again. }] }',
      '  b: { oneOf: [{ type: string }, { type: number }, ▸{ type: string }] }',
    ),
    want: Array.from(
      { length: 2 },
      () => 'This accepts the same as alternative 1, and oneOf accepts what fits exactly one: remove it.',
    ),
  },
  {
    title: 'alternatives of oneOf that are the same by references',
    given: {
      ...payload(
        'properties:',
        '  a: { oneOf: [{ $ref: "#/$defs/text" }, ▸{ $ref: ../../types/copy.yaml }] }',
        '  b: { oneOf: [{ $ref: "#/$defs/text" }, { type: number }, ▸{ type: string, minLength: 1, title: Copy }] }',
        '  c: { oneOf: [{ $ref: "#/$defs/text" }, ▸{ $ref: "#/$defs/again" }] }',
        '  fitting: { oneOf: [{ $ref: "#/$defs/box" }, { $ref: ../../types/box.yaml }] }',
        '$defs:',
        '  text: { type: string, minLength: 1 }',
        '  again: { allOf: [{ $ref: "#/$defs/text" }] }',
        '  box: { type: object, required: [a], properties: { a: { $ref: "#/$defs/part" } }, additionalProperties: false }',
        '  part: { type: string }',
      ),
      'types/copy.yaml': 'description: Once more.\nminLength: 1\ntype: string\n',
      'types/box.yaml':
        'type: object\nrequired: [a]\nproperties: { a: { $ref: "#/$defs/part" } }\nadditionalProperties: false\n$defs: { part: { type: number } }\n',
    },
    want: Array.from(
      { length: 3 },
      () => 'This accepts the same as alternative 1, and oneOf accepts what fits exactly one: remove it.',
    ),
  },
  {
    title: 'alternatives of oneOf that another one covers',
    given: payload(
      'properties:',
      '  a: { oneOf: [▸{ type: integer }, { type: number }] }',
      '  b: { oneOf: [{ type: [string, "null"] }, ▸{ const: x }, ▸{ type: string, format: date }] }',
      '  c: { oneOf: [▸{ enum: [a, b] }, { enum: [a, b, c] }] }',
      '  d: { type: string, oneOf: [▸{ minLength: 2 }, { minLength: 1 }] }',
      '  e: { oneOf: [▸{ type: object, minProperties: 2 }, { type: object, minProperties: 1 }] }',
      '  f: { oneOf: [▸{ $ref: "#/$defs/small" }, { $ref: "#/$defs/large" }] }',
      '  g: { type: object, properties: { a: true, b: true }, oneOf: [▸{ required: [a, b] }, { required: [a] }] }',
      '  fitting1: { oneOf: [{ type: integer, minimum: 1 }, { type: number, maximum: 5 }] }',
      '  fitting2: { oneOf: [{ const: x }, { type: string, minLength: 2 }] }',
      '  fitting3: { type: object, properties: { a: true, b: true }, oneOf: [{ required: [a] }, { required: [b] }] }',
      '  fitting4: { oneOf: [{ type: string }, false] }',
      '  fitting5: { anyOf: [{ type: integer }, { type: number }] }',
      '$defs:',
      '  small: { type: array, maxItems: 2 }',
      '  large: { type: array, maxItems: 3 }',
    ),
    want: [2, 1, 1, 2, 2, 2, 2, 2].map(
      (other) =>
        `Whatever fits this fits alternative ${other} too, and oneOf accepts what fits exactly one: remove it, or write anyOf.`,
    ),
  },
]);
