import { testRule } from '../../testing/rule-tests.js';

testRule('unique-message', [
  {
    title: 'two messages of one name',
    given: {
      'messages/a/do-it.yaml': 'name: do-it\ndescription: Does it.\npayload: true\n',
      'messages/b/do-it.yaml': 'name: ▸do-it\ndescription: Does it.\npayload: true\n',
    },
    want: ['messages/a/do-it.yaml yields the name do-it already: rename one of the two.'],
  },
]);
