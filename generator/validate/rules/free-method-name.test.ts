import { plain, testRule } from '../../testing/rule-tests.js';

testRule('free-method-name', [
  {
    title: "names of the client's members and of what every object inherits",
    given: { ...plain('▸constructor'), ...plain('▸get-job-status'), ...plain('▸to-string') },
    want: [
      'The client has a member constructor of its own: choose another name, such as constructor-request.',
      'The client has a member getJobStatus of its own: choose another name, such as get-job-status-request.',
      'The client has a member toString of its own: choose another name, such as to-string-request.',
    ],
  },
  {
    title: 'a message whose validator would be the one for all messages',
    given: plain('▸message'),
    want: ['The package has a function validateMessage of its own: choose another name, such as message-request.'],
  },
]);
