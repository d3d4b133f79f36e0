import { demo, type HostileCase } from './hostile-case.js';

const path = 'messages/demo-request.yaml';
const plain =
  'name: demo-request\ndescription: Does it.\npayload: { type: object, properties: { a: { const: "x\\n" } } }\n';

const raw = (title: string, content: string | Uint8Array, place: string): HostileCase => ({
  title,
  files: { [path]: content },
  refused: `${path}:${place}`,
});

const accepted = (title: string, content: string | Uint8Array): HostileCase => ({
  title,
  files: { [path]: content },
  literals: ['x\n'],
});

/** The classic: each line holds the one before nine times. */
const aliasBomb = [
  'name: demo-request',
  'description: Words.',
  'payload:',
  '  $defs:',
  '    a: &a { anyOf: [true, true, true, true, true, true, true, true, true] }',
  ...Array.from('bcdefghi', (name, index) => {
    const before = String.fromCharCode(97 + index);
    return `    ${name}: &${name} { anyOf: [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}] }`;
  }),
].join('\n');

const bytes = (text: string, ...values: readonly number[]): Uint8Array =>
  Buffer.concat([Buffer.from(text), Uint8Array.from(values)]);

/** Files and links as such, whatever they hold. */
export const hostileFiles: readonly HostileCase[] = [
  raw('an empty file', '', '1:1 structure'),
  raw('a file of comments', '# nothing\n# at all\n', '1:1 structure'),
  raw('a file that holds null', 'null\n', '1:1 structure'),
  raw('a file that holds a list', '- a\n', '1:1 structure'),
  raw('a file that holds a number', '5\n', '1:1 structure'),
  raw('a huge file', `#${'x'.repeat(9_000_000)}`, '1:1 readable-file'),
  raw('bytes that are no UTF-8', bytes('name: demo-request\ndescription: ', 0xff, 0xfe), '2:14 readable-file'),
  raw('a UTF-8 sequence that is cut off', bytes('name: demo-request\ndescription: ', 0xe2, 0x80), '2:14 readable-file'),
  raw('a surrogate in UTF-8', bytes('name: ', 0xed, 0xa0, 0x80), '1:7 readable-file'),
  raw('UTF-16', Buffer.from(`\ufeff${plain}`, 'utf16le'), '1:1 readable-file'),
  accepted('a byte order mark', `\ufeff${plain}`),
  accepted('Windows line ends', plain.replaceAll('\n', '\r\n')),
  accepted('no line break at the end', plain.trimEnd()),
  accepted('a document mark and its end', `---\n${plain}...\n`),
  accepted(
    'JSON in a YAML file',
    JSON.stringify({ name: 'demo-request', description: 'Does it.', payload: { enum: ['x\n'] } }),
  ),
  raw('old Mac line ends', plain.replaceAll('\n', '\r'), '1:19 yaml-syntax'),
  raw('a raw NUL', 'name: demo-request\ndescription: a\0b\n', '2:15 yaml-syntax'),
  raw('a raw ANSI escape', 'name: demo-request\ndescription: \u001b[31mred\n', '2:14 yaml-syntax'),
  raw(
    'half a surrogate pair in an escape',
    'name: demo-request\ndescription: "\\ud800"\npayload: true\n',
    '2:14 yaml-syntax',
  ),
  raw('an alias bomb', aliasBomb, '5:8 yaml-syntax'),
  raw('an alias', 'name: demo-request\ndescription: *x\n', '2:14 yaml-syntax'),
  raw('an anchor', 'name: &x demo-request\n', '1:7 yaml-syntax'),
  raw('a merge key', `${plain}<<: { deprecated: { since: 1.0.0 } }\n`, '4:1 yaml-syntax'),
  raw('a custom tag', 'name: !!js/function "function () {}"\n', '1:7 yaml-syntax'),
  raw('a binary tag', 'name: !!binary aGk=\n', '1:7 yaml-syntax'),
  raw('a version directive', `%YAML 1.1\n---\n${plain}`, '1:1 yaml-syntax'),
  raw('a tag directive', `%TAG ! tag:example.com,2000:\n---\n${plain}`, '1:1 yaml-syntax'),
  raw('two documents', `${plain}---\n${plain}`, '4:1 yaml-syntax'),
  raw('a key twice', `${plain}name: other\n`, '4:1 yaml-syntax'),
  raw('nesting without end in brackets', `name: ${'['.repeat(100_000)}`, '1:107 yaml-syntax'),
  raw('nesting without end in braces', '{a: '.repeat(60_000), '1:405 yaml-syntax'),
  raw('nesting without end in lists', '- '.repeat(100_000), '1:203 yaml-syntax'),
  raw(
    'nesting without end in lines',
    Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    '102:102 yaml-syntax',
  ),
  raw('thousands of unexpected brackets', '}\n'.repeat(20_000), '1:1 yaml-syntax'),
  raw('a quote that is never closed', `name: "${'x '.repeat(50_000)}`, '1:7 yaml-syntax'),
  ...(
    [
      ['a file behind a link out of the catalog', path, '/etc/passwd'],
      ['a file behind a relative link out of the catalog', path, '../../../../../../../etc/passwd'],
      ['a device behind a link', path, '/dev/zero'],
      ['a link to nowhere', path, 'absent.yaml'],
      ['a link to itself', path, 'demo-request.yaml'],
      ['a link to the root of the disk', 'messages/all', '/'],
      ['a link to the folder above', 'messages/up', '..'],
    ] as const
  ).map(([title, from, to]): HostileCase => ({
    title,
    files: demo({ type: 'object' }),
    links: { [from]: to },
    refused: `${from}:1:1 readable-file`,
  })),
  {
    title: 'a part of the catalog behind a link',
    files: demo({ type: 'object' }),
    links: { types: '/etc' },
    refused: 'types:1:1 readable-file',
  },
];
