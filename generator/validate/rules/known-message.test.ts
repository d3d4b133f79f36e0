import { message, plain, testRule } from '../../testing/rule-tests.js';

testRule('known-message', [
  {
    title: 'links to messages that do not exist, and to the message itself',
    given: {
      ...message(['outcome: ▸do-it-don', 'emits: [▸do-it, ▸unheard-of]'], 'type: object'),
      ...plain('do-it-done'),
    },
    want: [
      'There is no message do-it-don. Did you mean "do-it-done"?',
      'A message cannot name itself here: name another, or remove this.',
      'There is no message unheard-of. Add it to messages/, or correct the name.',
    ],
  },
]);
