import { payload, testRule } from '../../testing/rule-tests.js';

testRule('finite-reference', [
  {
    title: 'a circle of references, once',
    given: payload(
      '$ref: "#/$defs/a"',
      '$defs:',
      '  a: { $ref: ▸"#/$defs/b" }',
      '  b: { anyOf: [{ $ref: "#/$defs/a" }, { type: string }] }',
    ),
    want: ['This reference leads back to itself without end: put a property or an item in between.'],
  },
  {
    title: 'a chain of references that nobody follows',
    given: payload(
      '$ref: "#/$defs/d0"',
      '$defs:',
      ...Array.from(
        { length: 200 },
        (_, index) => `  d${index}: { $ref: ${index === 99 ? '▸' : ''}"#/$defs/d${index + 1}" }`,
      ),
      '  d200: true',
    ),
    want: ['More than 100 references follow each other up to this one: flatten these schemas.'],
  },
]);
