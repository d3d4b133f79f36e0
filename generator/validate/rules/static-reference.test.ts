import { payload, testRule } from '../../testing/rule-tests.js';

testRule('static-reference', [
  {
    title: 'dynamic references, and not what they could refer to',
    given: payload(
      'properties:',
      '  a: { ▸$dynamicRef: "#node" }',
      '  b: { ▸$recursiveRef: "#" }',
      '  c: { $ref: "#node" }',
      '$defs: { node: { $dynamicAnchor: node, type: string } }',
    ),
    want: Array.from(
      { length: 2 },
      () => 'A reference cannot be dynamic here: write $ref, and the schema that is meant.',
    ),
  },
]);
