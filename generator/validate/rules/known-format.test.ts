import { payload, testRule } from '../../testing/rule-tests.js';
import { knownFormat } from './known-format.js';

testRule(knownFormat, [
  {
    title: 'a misspelt format, but none of a team of its own',
    given: payload(
      'properties:',
      '  a: { type: string, format: ▸datetime }',
      '  b: { type: string, format: order-number }',
    ),
    want: ['"datetime" is no format that is checked. Did you mean "date-time"?'],
  },
]);
