import { payload, at, messagePath, property, testLintPlaces } from '../../testing/lint-cases.js';

testLintPlaces('description-informative', [
  ...['The model id.', 'Model ID', 'modelId', 'ID of the model', 'the `models` ids'].map((description) => ({
    what: description,
    texts: property('modelId', `{ description: "${description}" }`),
    want: [at('/properties/modelId/description')],
  })),
  ...['Id of the model to render.', 'モデル', 'Which one to render'].map((description) => ({
    what: description,
    texts: property('modelId', `{ description: "${description}" }`),
    want: [],
  })),
  {
    what: 'a message',
    texts: { [messagePath]: 'name: sync-request\ndescription: The sync request message.\npayload: { type: object }\n' },
    want: [`${messagePath}#/description`],
  },
  {
    what: 'a shared type',
    texts: {
      ...payload('$ref: ../../types/time-range.yaml'),
      'types/time-range.yaml': 'description: A time range.\n',
    },
    want: ['types/time-range.yaml#/description'],
  },
]);
