import { plain, testRule } from '../../testing/rule-tests.js';

testRule('settable-variable', [
  {
    title: 'environment variables that every object has',
    given: {
      'catalog.yaml': 'title: Demo\nversion: 1.0.0\nenvironment:\n  baseUrl: ▸toString\n  apiKey: ▸constructor\n',
      ...plain('do-it'),
    },
    want: [
      "JavaScript's objects keep toString for themselves: choose another name, such as WORKER_BACKEND_URL.",
      "JavaScript's objects keep constructor for themselves: choose another name, such as WORKER_BACKEND_API_KEY.",
    ],
  },
]);
