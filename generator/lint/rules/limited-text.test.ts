import { at, property, testLintPlaces } from '../../testing/lint-cases.js';

testLintPlaces('limited-text', [
  ...['a.*b.*c.*d', '^[^@]+@[^@]+\\.[^@]+$'].map((pattern) => ({
    what: pattern,
    texts: property('a', `{ type: string, pattern: '${pattern}' }`),
    want: [at('/properties/a/pattern')],
  })),
  {
    what: 'such a pattern with maxLength',
    texts: property('a', "{ type: string, maxLength: 10, pattern: 'a.*b.*c.*d' }"),
    want: [],
  },
  { what: 'another pattern', texts: property('a', "{ type: string, pattern: '^[a-z]+(-[a-z]+)*$' }"), want: [] },
]);
