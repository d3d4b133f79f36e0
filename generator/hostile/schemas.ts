import type { Json, JsonObject } from '../json.js';
import { demo, demoFile, type HostileCase } from './hostile-case.js';

const message = (payload: string): HostileCase['files'] => ({
  'messages/demo-request.yaml': `name: demo-request\ndescription: Does it.\npayload: ${payload}\n`,
});

const refused = (title: string, payload: string, column: number, rule: string): HostileCase => ({
  title,
  files: message(payload),
  refused: `messages/demo-request.yaml:3:${column} ${rule}`,
});

const references: readonly HostileCase[] = [
  'file:///etc/passwd',
  'http://example.com/schema.json',
  'https://example.com/schema.json#/x',
  'HTTP://EXAMPLE.COM',
  '//example.com/schema.json',
  'data:application/json,{}',
  'javascript:alert(1)',
  '\\\\server\\share',
  '/etc/passwd',
  '../../../../../../etc/passwd',
  '../types/../../../etc/passwd',
  '%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '..%2f..%2f..%2fetc%2fpasswd',
  '../catalog.yaml',
  '%ff',
  '#/__proto__',
  '#/constructor',
  '#/properties/toString',
  '#/0',
  '#constructor',
].map((reference) =>
  refused(`a reference to ${reference}`, `{ $ref: ${JSON.stringify(reference)} }`, 18, 'resolvable-reference'),
);

const circles: readonly HostileCase[] = [
  refused('a schema that is itself', '{ $ref: "#" }', 18, 'finite-reference'),
  refused('a circle through allOf', '{ allOf: [{ $ref: "#" }] }', 28, 'finite-reference'),
  {
    title: 'an object that holds itself without end',
    files: message('{ type: object, required: [a], properties: { a: { $ref: "#" } } }'),
  },
  {
    title: 'an object that may hold itself',
    files: demo(
      { type: 'object', properties: { a: { $ref: '#' }, 'b*/': { type: 'array', items: { $ref: '#' } } } },
      { a: { a: {} }, 'b*/': [{}] },
    ),
    literals: ['a', 'b*/'],
  },
  {
    title: 'two files that hold each other',
    files: {
      ...demo({ type: 'object', properties: { a: { $ref: '../../types/left.yaml' } } }, { a: { right: { left: {} } } }),
      'types/left.yaml': 'type: object\nproperties: { right: { $ref: right.yaml } }\n',
      'types/right.yaml': 'type: object\nproperties: { left: { $ref: left.yaml } }\n',
    },
    literals: ['left', 'right'],
  },
];

/** Definitions each of which refers to the next one twice: written out, they are two to the power of their number. */
function doubling(length: number, schema: (next: JsonObject) => JsonObject): JsonObject {
  const definitions = Array.from({ length }, (_, index): [string, Json] => [
    `d${index}`,
    index === length - 1
      ? { type: 'object', properties: { end: { type: 'string' } } }
      : schema({ $ref: `#/$defs/d${index + 1}` }),
  ]);
  return { $ref: '#/$defs/d0', $defs: Object.fromEntries(definitions) };
}

/** A payload of arrays inside each other. */
const nested = (depth: number, innermost: Json): Json =>
  Array.from({ length: depth }).reduce<Json>((inner) => [inner], innermost);

/** Alternatives that repeat inside themselves: naively, each level of a payload is looked at twice as often as the one around it. */
const repeating: JsonObject = {
  $ref: '#/$defs/tree',
  $defs: {
    tree: {
      anyOf: [
        { type: 'array', items: { $ref: '#/$defs/tree' } },
        { type: 'array', items: { anyOf: [{ $ref: '#/$defs/tree' }, { $ref: '#/$defs/tree' }] } },
        { type: 'number' },
      ],
    },
  },
};

const unfitting = demo(repeating, nested(40, 'x'));

const longChain = demo(doubling(2000, (next) => ({ type: 'object', properties: { a: next } })));

/** Schemas that are small, and large when written out. */
export const hostileBombs: readonly HostileCase[] = [
  {
    title: 'references that double with each step, by properties',
    files: demo(doubling(40, (next) => ({ type: 'object', properties: { a: next, b: next } }))),
  },
  {
    title: 'references that double with each step, by required properties',
    files: demo(
      doubling(40, (next) => ({ type: 'object', properties: { a: next, b: next }, required: ['a', 'b'] })),
      {},
      { examples: [] },
    ),
  },
  {
    title: 'references that double with each step, in place',
    files: demo(
      doubling(40, (next) => ({ allOf: [next, next] })),
      {},
      { examples: [] },
    ),
  },
  {
    title: 'references that double with each step, as alternatives',
    files: demo(
      doubling(40, (next) => ({ anyOf: [next, { type: 'array', items: next }] })),
      {},
      { examples: [] },
    ),
  },
  {
    title: 'a chain of 90 references through properties',
    files: demo(doubling(90, (next) => ({ type: 'object', properties: { a: next } }))),
  },
  {
    title: 'a chain of 2,000 references through properties',
    files: longChain,
    refused: `${demoFile}:1:${String(longChain[demoFile]).indexOf('"#/$defs/d100"') + 1} finite-reference`,
  },
  { title: 'an example that fits alternatives without end', files: demo(repeating, nested(40, 1)) },
  {
    title: 'an example that fits none of alternatives without end',
    files: unfitting,
    refused: `${demoFile}:1:${String(unfitting[demoFile]).indexOf('"x"') + 1} valid-example`,
  },
  {
    title: 'an enum of thousands of values',
    files: demo({
      type: 'object',
      properties: { a: { enum: Array.from({ length: 3000 }, (_, index) => `v${index}`) } },
    }),
    literals: ['v0', 'v2999'],
  },
  {
    title: 'thousands of properties',
    files: demo({
      type: 'object',
      properties: Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`p${index}`, { type: 'string' }])),
    }),
    literals: ['p0', 'p1999'],
  },
];

const numbers: readonly HostileCase[] = [
  refused('a number beyond doubles', '{ const: 1e400 }', 19, 'yaml-syntax'),
  refused('a number below doubles', '{ const: 1e-400 }', 19, 'yaml-syntax'),
  refused('an integer that a double rounds', '{ const: 9007199254740993 }', 19, 'yaml-syntax'),
  refused('minus zero', '{ const: -0 }', 19, 'yaml-syntax'),
  refused('infinity', '{ const: .inf }', 19, 'yaml-syntax'),
  refused('no number', '{ const: .nan }', 19, 'yaml-syntax'),
  {
    title: 'numbers at the ends of doubles',
    files: demo(
      {
        type: 'object',
        properties: {
          big: { const: 1.7976931348623157e308, maximum: 1.7976931348623157e308 },
          small: { const: 5e-324 },
          mixed: { enum: [9007199254740991, -9007199254740991, 1e21, 0.1, -0.5, '1', 1, true, 'true', null, 'null'] },
        },
        required: ['big', 'small', 'mixed'],
      },
      { big: 1.7976931348623157e308, small: 5e-324, mixed: 1e21 },
    ),
    literals: ['1', 'true', 'null'],
  },
];

const patterns: readonly HostileCase[] = [
  refused('a pattern that backtracks without end', '{ type: string, pattern: "^(a|a)*$" }', 35, 'bounded-pattern'),
  refused('a pattern that is none', '{ type: string, pattern: "(?<n>" }', 35, 'valid-pattern'),
  refused(
    'a property pattern that backtracks without end',
    '{ patternProperties: { "^(a+)+$": true } }',
    33,
    'bounded-pattern',
  ),
  {
    title: 'patterns with syntax of other languages in them',
    files: demo(
      {
        type: 'object',
        properties: { a: { type: 'string', pattern: '^\\*/[`"\'/]?\\$\\{x\\} \\{\\{y\\}\\}$' } },
        patternProperties: { '^\\*/': { type: 'string' } },
        propertyNames: { pattern: '^[^|]*$' },
      },
      { a: '*/` ${x} {{y}}'.replace('` ', '`'), '*/': 'x' },
    ),
  },
];

const contents: readonly HostileCase[] = [
  {
    title: 'closed values with quotes and line breaks, also nested',
    files: demo(
      {
        type: 'object',
        properties: {
          a: { enum: ["'", '"', '\n', 'a\'\n"b', '\\', "\\'", '`${a}`'] },
          b: { enum: [{ "k'\n": ['\'"\n'] }, ['*/\u2028']] },
        },
      },
      { a: 'a\'\n"b', b: { "k'\n": ['\'"\n'] } },
    ),
    literals: ["'", '"', '\n', 'a\'\n"b', '\\', "\\'", "k'\n", '*/\u2028'],
  },
  refused(
    'a schema for __proto__ that is none',
    '{ type: object, properties: { __proto__: { type: 1 } } }',
    'payload: { type: object, properties: { __proto__: { type: '.length + 1,
    'structure',
  ),
  {
    title: 'an example with __proto__ in every depth',
    files: {
      'messages/demo-request.json':
        '{"name":"demo-request","description":"Does it.","examples":[{"title":"One","payload":{"__proto__":{"constructor":{"__proto__":[{"__proto__":1}]}}}}],"payload":{"type":"object"}}',
    },
  },
  { title: 'an unknown keyword named like an inherited member', files: message('{ toString: 1 }') },
  ...(
    [
      ['limits that exclude each other', '{ type: string, minLength: 2, maxLength: 1 }'],
      ['a pattern that no text of its length matches', '{ type: string, pattern: "^x$", minLength: 2 }'],
      ['a condition whose ways are both closed', '{ type: string, if: { minLength: 2 }, then: false, else: false }'],
      ['all that is allowed excluded', '{ type: integer, not: { type: [number, "null"] } }'],
      ['alternatives of which none fits', '{ type: array, minItems: 2, oneOf: [{ maxItems: 1 }, { const: x }] }'],
      [
        'a name that its own pattern refuses',
        '{ type: object, required: [__proto__], propertyNames: { pattern: "^a" } }',
      ],
      [
        'an inherited name that may not be there',
        '{ type: object, required: [toString], additionalProperties: false, allOf: [{ properties: { toString: true } }] }',
      ],
      [
        'too few values for a list without repetition',
        '{ type: array, items: { type: boolean }, uniqueItems: true, minItems: 3 }',
      ],
    ] as const
  ).map(([title, payload]) => ({ title: `a schema that nothing satisfies: ${title}`, files: message(payload) })),
];

/** References, circles, bombs, numbers, patterns and values. */
export const hostileSchemas: readonly HostileCase[] = [
  ...references,
  ...circles,
  ...hostileBombs,
  ...numbers,
  ...patterns,
  ...contents,
];
