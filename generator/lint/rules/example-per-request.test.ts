import { example, message, messagePath, payload, testLintPlaces } from '../../testing/lint-cases.js';

testLintPlaces('example-per-request', [
  { what: 'a request without', texts: payload('type: object'), want: [`${messagePath}#/name`] },
  { what: 'a request with', texts: payload('type: object', example('{}')), want: [] },
  {
    what: 'a message with an outcome, and the outcome',
    texts: {
      'messages/sync.yaml': message('sync', 'type: object', 'outcome: synced\n'),
      'messages/synced.yaml': message('synced', 'type: object'),
    },
    want: ['messages/sync.yaml#/name'],
  },
]);
