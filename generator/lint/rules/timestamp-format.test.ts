import { at, property, testLintPlaces } from '../../testing/lint-cases.js';

testLintPlaces('timestamp-format', [
  ...['createdAt', 'timestamp', 'startDate', 'updated_on', 'expiryTime', 'date'].map((name) => ({
    what: name,
    texts: property(name, "{ type: [string, 'null'] }"),
    want: [at(`/properties/${name}`)],
  })),
  ...['format', 'at', 'processingTime', 'candidate', 'update', 'basedOnModel', 'basedOn', 'hosted_on'].map((name) => ({
    what: `${name} is none`,
    texts: property(name, '{ type: string }'),
    want: [],
  })),
  { what: 'a number', texts: property('createdAt', '{ type: integer }'), want: [] },
  {
    what: 'a text or null, as alternatives',
    texts: property('createdAt', "{ anyOf: [{ type: string }, { type: 'null' }] }"),
    want: [at('/properties/createdAt')],
  },
  {
    what: 'a text with a format or null, as alternatives',
    texts: property('createdAt', "{ anyOf: [{ type: string, format: date }, { type: 'null' }] }"),
    want: [],
  },
  {
    what: 'a text or a number, as alternatives',
    texts: property('createdAt', '{ oneOf: [{ type: string }, { type: integer }] }'),
    want: [],
  },
  {
    what: 'a type without a format',
    texts: { ...property('createdAt', '{ $ref: ../../types/x.yaml }'), 'types/x.yaml': 'type: string\n' },
    want: [at('/properties/createdAt')],
  },
  {
    what: 'a type with a format',
    texts: {
      ...property('createdAt', '{ $ref: ../../types/x.yaml }'),
      'types/x.yaml': 'type: string\nformat: date-time\n',
    },
    want: [],
  },
  { what: 'a text with a format', texts: property('createdAt', '{ type: string, format: date }'), want: [] },
  { what: 'a text with a pattern', texts: property('createdAt', '{ type: string, pattern: "^P" }'), want: [] },
]);
