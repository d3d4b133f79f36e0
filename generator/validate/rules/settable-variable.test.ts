import { plain, testRule } from '../../testing/rule-tests.js';
import { settableVariable } from './settable-variable.js';

testRule(settableVariable, [
  {
    title: 'environment variables that belong to others',
    given: {
      'catalog.yaml': 'title: Demo\nversion: 1.0.0\nenvironment:\n  baseUrl: ▸Path\n  apiKey: ▸constructor\n',
      ...plain('do-it'),
    },
    want: [
      'Shells keep Path for themselves: choose another name, such as WORKER_BACKEND_URL.',
      "JavaScript's objects keep constructor for themselves: choose another name, such as WORKER_BACKEND_API_KEY.",
    ],
  },
]);
