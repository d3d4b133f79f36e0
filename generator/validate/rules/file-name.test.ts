import { messagePath, plain, testRule } from '../../testing/rule-tests.js';

testRule('file-name', [
  {
    title: 'a message in a file of another name',
    given: { [messagePath]: 'name: ▸do-that\ndescription: Does it.\npayload: true\n' },
    want: ['The file is do-it.yaml, but the message is do-that: rename one of them.'],
  },
  {
    title: 'a copy of a message under another name',
    given: { ...plain('a'), 'messages/b.yaml': 'name: ▸a\ndescription: Does it.\npayload: true\n' },
    want: ['The file is b.yaml, but the message is a: rename one of them.'],
  },
  {
    title: 'a copy of a message that is read before it',
    given: { ...plain('b'), 'messages/a.yaml': 'name: ▸b\ndescription: Does it.\npayload: true\n' },
    want: ['The file is a.yaml, but the message is b: rename one of them.'],
  },
]);
