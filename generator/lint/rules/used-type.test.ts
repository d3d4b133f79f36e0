import { payload, testLintPlaces } from '../../testing/lint-cases.js';

testLintPlaces('used-type', [
  {
    what: 'no message',
    texts: { ...payload('type: object'), 'types/x.yaml': 'type: string\n' },
    want: ['types/x.yaml#'],
  },
  {
    what: 'a message, through another type',
    texts: {
      ...payload('$ref: ../../types/x.yaml'),
      'types/x.yaml': 'items: { $ref: y.yaml }\n',
      'types/y.yaml': 'items: { $ref: x.yaml }\n',
    },
    want: [],
  },
  {
    what: 'only each other',
    texts: {
      ...payload('type: object'),
      'types/x.yaml': 'items: { $ref: y.yaml }\n',
      'types/y.yaml': 'items: { $ref: x.yaml }\n',
    },
    want: ['types/x.yaml#', 'types/y.yaml#'],
  },
]);
