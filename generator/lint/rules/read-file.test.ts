import { payload, testLintPlaces } from '../../testing/lint-cases.js';

testLintPlaces('read-file', [
  ...['messages/demo/b.YAML', 'messages/b.yaml.txt', 'messages/b.jsonc', 'b.yaml', 'b.yml.txt', 'Catalog.yml'].map(
    (path) => ({ what: path, texts: { ...payload('type: object'), [path]: '' }, want: [`${path}#`] }),
  ),
  ...['message/b.yaml', 'Messages/b.yaml', 'type/README.md'].map((path) => ({
    what: path,
    texts: { ...payload('type: object'), [path]: '' },
    want: [`${path.split('/')[0]}#`],
  })),
  {
    what: 'a folder of two files, once',
    texts: { ...payload('type: object'), 'message/b.yaml': '', 'message/a/c.yaml': '' },
    want: ['message#'],
  },
  ...[
    'messages/README.md',
    'messages/.DS_Store',
    'messages/.b.yaml',
    'types/.old/b.yml',
    'messages/.b.yaml.swp',
    'messages/.#b.yaml',
    'messages/b.yaml~',
    'messages/.vscode/settings.json',
    'package.json',
    '.yamllint.yaml',
    'events/b.yaml',
    'node_modules/b/package.json',
    'out/typescript/package.json',
    'tsconfig.build.json',
    '.github/workflows/b.yml',
  ].map((path) => ({
    what: `${path}, which is no part`,
    texts: { ...payload('type: object'), [path]: '' },
    want: [],
  })),
  {
    what: 'a file that is excepted',
    texts: {
      ...payload('type: object'),
      'b.yaml': '',
      'catalog.yaml':
        'title: Demo\nversion: 1.0.0\nlint: { rules: { read-file: { except: [{ path: b.yaml, reason: later }] } } }\n',
    },
    want: [],
  },
]);
