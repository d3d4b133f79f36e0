import { payload, testRule } from '../../testing/rule-tests.js';
import { possibleType } from './possible-type.js';

const contradiction = (text: string): string => `${text}: correct one of them.`;

testRule(possibleType, [
  {
    title: 'a kind of values that type lists beside others, and that nothing of fits',
    given: payload(
      'properties:',
      '  a: { type: [string, "null"], minLength: ▸5, maxLength: 3 }',
      '  b: { type: [object, "null"], required: [▸x], properties: { x: false } }',
      '  c: { type: [object, "null"], required: [x], properties: { x: { type: [string, "null"], minLength: ▸2, maxLength: 1 } } }',
      '  fitting1: { type: [string, "null"], enum: [null] }',
      '  fitting2: { type: [string, number], not: { type: string } }',
      '  fitting3: { type: [string, number], if: { type: string }, then: false }',
    ),
    want: [
      contradiction('No text fits minLength 5 and maxLength 3'),
      '"x" is required, but its schema allows nothing: correct one of them.',
      contradiction('No text fits minLength 2 and maxLength 1'),
    ],
  },
]);
