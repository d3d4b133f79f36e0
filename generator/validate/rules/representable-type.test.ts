import { payload, testRule } from '../../testing/rule-tests.js';
import { representableType } from './representable-type.js';

testRule(representableType, [
  {
    title: 'parts that multiply, once where they do',
    given: payload(
      'properties:',
      '  a: { $ref: "#/$defs/wide" }',
      '  b: { description: Again., allOf: [{ $ref: "#/$defs/wide" }, { required: [a0] }] }',
      '$defs:',
      '  wide:',
      '    allOf:',
      ...Array.from({ length: 17 }, (_, index) => [
        `      ${index === 0 ? '▸' : ''}- anyOf:`,
        `          - { type: object, properties: { a${index}: {} } }`,
        `          - { type: object, properties: { b${index}: {} } }`,
      ]).flat(),
    ),
    want: [
      'The parts of this multiply to over 100,000 alternatives, more than TypeScript holds: state type in each part, or offer fewer alternatives.',
    ],
  },
]);
