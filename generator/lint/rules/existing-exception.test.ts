import { payload, testLintPlaces } from '../../testing/lint-cases.js';

testLintPlaces(
  'existing-exception',
  [
    { path: 'messages/demo/sync-request.yaml', isKnown: true },
    { path: 'messages/demo/sync-request.yaml#/payload', isKnown: true },
    { path: 'messages/demo/sync-request.yaml#/payload/type/', isKnown: true },
    { path: 'messages/demo/sync-request.yaml#/payload/properties/gone', isKnown: false },
    { path: 'messages/demo/sync-request.yaml#/toString', isKnown: false },
    { path: 'messages/demo', isKnown: true },
    { path: 'messages/demo/', isKnown: true },
    { path: 'catalog.yaml', isKnown: true },
    { path: 'messages/dem', isKnown: false },
    { path: 'messages/demo/sync.yaml', isKnown: false },
    { path: '/messages', isKnown: false },
  ].map(({ path, isKnown }) => ({
    what: path,
    texts: {
      ...payload('type: object'),
      'catalog.yaml': `title: Demo\nversion: 1.0.0\nlint: { rules: { used-type: { except: [{ path: '${path}', reason: later }] } } }\n`,
    },
    want: isKnown ? [] : ['catalog.yaml#/lint/rules/used-type/except/0/path'],
  })),
);
