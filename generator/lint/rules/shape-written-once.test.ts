import { at, message, payload, testLintPlaces } from '../../testing/lint-cases.js';

testLintPlaces('shape-written-once', [
  {
    what: 'twice in a file, apart from words and order',
    texts: payload(
      [
        'properties:',
        '  a: { description: One., required: [x, y], properties: { x: { type: string }, y: { type: number } } }',
        '  b: { properties: { y: { type: number, description: Two. }, x: { type: string } }, required: [y, x] }',
      ].join('\n'),
    ),
    want: [at('/properties/a')],
  },
  {
    what: 'what a shared type describes',
    texts: {
      ...payload('properties:\n  a: { properties: { x: { type: string }, y: {} } }'),
      'types/x.yaml': 'properties: { x: { type: string }, y: {} }\n',
    },
    want: [at('/properties/a')],
  },
  {
    what: 'only the outermost',
    texts: payload(
      [
        'properties:',
        ...['a', 'b'].map((name) => `  ${name}: { properties: { x: { properties: { u: {}, v: {} } }, y: {} } }`),
      ].join('\n'),
    ),
    want: [at('/properties/a')],
  },
  ...[
    ['another type', '{ x: { type: number }, y: {} }'],
    ['another limit', '{ x: { type: string, minLength: 1 }, y: {} }'],
    ['a secret', '{ x: { type: string, x-secret: true }, y: {} }'],
    ['another field', '{ x: { type: string }, z: {} }'],
    ['a field named like a keyword', '{ x: { type: string }, y: {}, description: {} }'],
  ].map(([what, properties]) => ({
    what: `${what} makes another shape`,
    texts: payload(
      `properties:\n  a: { properties: { x: { type: string }, y: {} } }\n  b: { properties: ${properties} }`,
    ),
    want: [],
  })),
  {
    what: 'one field, twice',
    texts: payload('properties:\n  a: { properties: { x: {} } }\n  b: { properties: { x: {} } }'),
    want: [],
  },
  {
    what: 'references of one text to different files',
    texts: {
      'messages/a/a.yaml': message(
        'a',
        'properties:\n  p: { properties: { x: { $ref: "#/$defs/d" }, y: {} } }\n$defs: { d: { type: string } }',
      ),
      'messages/a/b.yaml': message(
        'b',
        'properties:\n  p: { properties: { x: { $ref: "#/$defs/d" }, y: {} } }\n$defs: { d: { type: number } }',
      ),
    },
    want: [],
  },
  {
    what: 'whole payloads',
    texts: {
      'messages/a.yaml': message('a', 'properties: { x: {}, y: {} }'),
      'messages/b.yaml': message('b', 'properties: { x: {}, y: {} }'),
    },
    want: [],
  },
]);
