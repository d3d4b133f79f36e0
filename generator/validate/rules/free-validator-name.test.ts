import { plain, testRule } from '../../testing/rule-tests.js';

testRule('free-validator-name', [
  {
    title: 'a message whose validator would be the one for all messages',
    given: plain('▸message'),
    want: ['The package has a function validateMessage of its own: choose another name, such as message-request.'],
  },
]);
