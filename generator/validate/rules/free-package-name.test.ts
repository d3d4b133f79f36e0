import { plain, testRule } from '../../testing/rule-tests.js';

testRule('free-package-name', [
  {
    title: 'a package named like a module of Node.js',
    given: { 'catalog.yaml': 'title: Demo\nversion: 1.0.0\npackage: { name: ▸http }\n', ...plain('do-it') },
    want: [
      'Node.js has a module http of its own, which an import would find instead, and npm takes no new package of that name: add a scope or a further word, such as http-client.',
    ],
  },
]);
