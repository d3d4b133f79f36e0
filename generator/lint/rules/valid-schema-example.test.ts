import { payload, testLintRule } from '../../testing/rule-tests.js';

testLintRule('valid-schema-example', [
  {
    title: 'a value that does not fit',
    given: payload(
      'properties:',
      '  at: { type: string, format: date-time, examples: [2026-02-28T13:30:00Z, ▸later] }',
    ),
    want: ['This example does not fit its schema: "later" is no date-time: write it like 2026-02-28T13:30:00Z.'],
  },
  {
    title: 'nothing of properties that the schema accepts and does not name, and a value that takes too long',
    given: payload(
      'properties:',
      '  a: { type: object, properties: { a: true }, examples: [{ x: 1 }] }',
      "  b: { type: string, pattern: '^(?:.*a){12}b$', examples: [▸" + 'a'.repeat(60) + '] }',
    ),
    want: ['The pattern ^(?:.*a){12}b$ takes too long on this text: simplify it.'],
  },
]);
