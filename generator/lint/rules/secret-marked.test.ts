import { at, property, testLintPlaces } from '../../testing/lint-cases.js';

testLintPlaces('secret-marked', [
  ...['password', 'apiKey', 'accessToken', 'client_secret', 'credentials', 'passwordHash', 'APIKey', 'token'].map(
    (name) => ({ what: name, texts: property(name, '{ type: string }'), want: [at(`/properties/${name}`)] }),
  ),
  ...['promptToken', 'secrets'].map((name) => ({
    what: `${name} in a list`,
    texts: property(name, '{ type: array, items: { type: string } }'),
    want: [at(`/properties/${name}`)],
  })),
  ...['key', 's3Key', 'tokenCount', 'keywords', 'nextPageToken', 'accessKeyId', 'secretary'].map((name) => ({
    what: `${name} is none`,
    texts: property(name, '{ type: string }'),
    want: [],
  })),
  { what: 'a number', texts: property('costPerToken', '{ type: number }'), want: [] },
  { what: 'a closed list', texts: property('token', '{ enum: [a, b] }'), want: [] },
  { what: 'a marked one', texts: property('token', '{ type: string, x-secret: true }'), want: [] },
  { what: 'one marked as printable', texts: property('token', '{ type: string, x-secret: false }'), want: [] },
  {
    what: 'one inside a secret',
    texts: property('login', '{ x-secret: true, properties: { password: { type: string } } }'),
    want: [],
  },
  {
    what: 'one whose type is secret',
    texts: {
      ...property('token', '{ $ref: ../../types/x.yaml }'),
      'types/x.yaml': 'type: string\nx-secret: true\n',
    },
    want: [],
  },
  {
    what: 'one whose type is not',
    texts: { ...property('token', '{ $ref: ../../types/x.yaml }'), 'types/x.yaml': 'type: string\n' },
    want: [at('/properties/token')],
  },
  {
    what: 'one that is null or of a type that is secret',
    texts: {
      ...property('token', "{ anyOf: [{ $ref: ../../types/x.yaml }, { type: 'null' }] }"),
      'types/x.yaml': 'type: string\nx-secret: true\n',
    },
    want: [],
  },
  {
    what: 'a list of a type that is secret',
    texts: {
      ...property('passwords', '{ type: array, items: { $ref: ../../types/x.yaml } }'),
      'types/x.yaml': 'type: string\nx-secret: true\n',
    },
    want: [],
  },
  {
    what: 'a list of texts',
    texts: property('passwords', '{ type: array, items: { type: string } }'),
    want: [at('/properties/passwords')],
  },
  {
    what: 'a list of numbers',
    texts: property('passwords', '{ type: array, items: { type: integer } }'),
    want: [],
  },
  {
    what: 'one that is null or a text',
    texts: property('token', "{ oneOf: [{ type: string }, { type: 'null' }] }"),
    want: [at('/properties/token')],
  },
  {
    what: 'one that is a number or null',
    texts: property('token', '{ anyOf: [{ type: integer }, { const: null }] }'),
    want: [],
  },
  {
    what: 'an object without fields',
    texts: property('credentials', '{ type: object }'),
    want: [at('/properties/credentials')],
  },
  {
    what: 'an object with marked fields',
    texts: property('credentials', '{ properties: { pin: { type: string, x-secret: true } } }'),
    want: [],
  },
]);
