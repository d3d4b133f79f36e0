import { testRule } from '../../testing/rule-tests.js';

testRule('some-message', [
  {
    title: 'a catalog without messages',
    given: { 'catalog.yaml': '▸title: Demo\nversion: 1.0.0\n', 'types/box.yaml': 'type: object\n' },
    want: ['The catalog has no message: add one as messages/<domain>/<name>.yaml, beside this file.'],
  },
  {
    title: 'a catalog without messages, of which one is to be the example',
    given: { 'catalog.yaml': '▸title: Demo\nversion: 1.0.0\npackage: { example: do-it }\n' },
    want: ['The catalog has no message: add one as messages/<domain>/<name>.yaml, beside this file.'],
  },
]);
