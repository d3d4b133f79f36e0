import { at, property, testLintPlaces } from '../../testing/lint-cases.js';

testLintPlaces('standard-format', [
  ...['datetime', 'order-number'].map((format) => ({
    what: format,
    texts: property('a', `{ type: string, format: ${format} }`),
    want: [at('/properties/a/format')],
  })),
  ...['date-time', 'iri', 'iri-reference', 'idn-email', 'uint32', 'password', 'float', 'sf-string'].map((format) => ({
    what: `${format}, which is known`,
    texts: property('a', `{ format: ${format} }`),
    want: [],
  })),
]);
