import { plain, testRule } from '../../testing/rule-tests.js';

testRule(
  'distinct-variables',
  [
    ['named twice', '{ baseUrl: BACKEND, apiKey: ▸BACKEND }', 'BACKEND'],
    ['that is the default of the API key', '{ baseUrl: ▸WORKER_BACKEND_API_KEY }', 'WORKER_BACKEND_API_KEY'],
    ['that is the default of the base URL', '{ apiKey: ▸WORKER_BACKEND_URL }', 'WORKER_BACKEND_URL'],
    [
      'in two spellings',
      '{ baseUrl: Backend, apiKey: ▸BACKEND }',
      'Backend, since Windows does not distinguish upper and lower case',
    ],
  ].map(([what, environment, variable]) => ({
    title: `one variable ${what}`,
    given: {
      'catalog.yaml': `title: Demo\nversion: 1.0.0\nenvironment: ${environment}\n`,
      ...plain('do-it'),
    },
    want: [`The base URL and the API key would be read from the same variable ${variable}: name another.`],
  })),
);
