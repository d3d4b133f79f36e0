import { plain, testRule } from '../../testing/rule-tests.js';

testRule('unique-type', [
  {
    title: "types that collide: with each other, with a message's, with a tolerant variant, with the package",
    given: {
      ...plain('send'),
      'types/box.yaml': 'type: object\n',
      'types/box.yml': '▸type: object\n',
      'types/job-status.yaml': '▸type: object\n',
      'types/received-box.yaml': '▸type: object\n',
      'types/send-message.yaml': '▸type: object\n',
    },
    want: [
      'types/box.yaml yields the type Box already: rename one of the two files.',
      'The package has a JobStatus of its own: rename the file.',
      'types/box.yaml yields the type ReceivedBox already: rename one of the two files.',
      'messages/send.yaml yields the type SendMessage already: rename one of the two files.',
    ],
  },
]);
