import { plain, testRule } from '../../testing/rule-tests.js';

testRule('known-example', [
  {
    title: 'an example message that does not exist',
    given: { 'catalog.yaml': 'title: Demo\nversion: 1.0.0\npackage: { example: ▸do-at }\n', ...plain('do-it') },
    want: ['There is no message do-at. Did you mean "do-it"?'],
  },
]);
