import { testRule } from '../../testing/rule-tests.js';

testRule('portable-file-name', [
  {
    title: 'a message, a folder and a type named like devices',
    given: {
      'messages/con.yaml': '▸name: con\ndescription: Does it.\npayload: true\n',
      'messages/com1/do-it.yaml': '▸name: do-it\ndescription: Does it.\npayload: true\n',
      'messages/console/com-request.yaml': 'name: com-request\ndescription: Does it.\npayload: true\n',
      'types/aux.yaml': '▸type: object\n',
    },
    want: ['com1', 'con.yaml', 'aux.yaml'].map(
      (name) => `Nobody can have this file on Windows, which keeps the name "${name}" for a device: rename it.`,
    ),
  },
]);
