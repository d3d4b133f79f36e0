import { demo, type HostileCase } from './hostile-case.js';

const settings = (title: string, text: string, refused?: string): HostileCase => ({
  title,
  files: { ...demo({ type: 'object' }), 'catalog.yaml': text },
  ...(refused === undefined ? {} : { refused: `catalog.yaml:${refused}` }),
});

const code = `"'; process.exit(); // */ \`\${x}\` {{y}} </script> | \\u2028"`;
const packaged = (line: string): string => `title: Demo\nversion: 1.0.0\npackage: { ${line} }\n`;

const withEnvironment = (line: string): string => `title: Demo\nversion: 1.0.0\nenvironment: { ${line} }\n`;

/** Settings of the catalog. */
export const hostileSettings: readonly HostileCase[] = [
  settings('a title with code in it', `title: ${code}\nversion: 1.0.0\n`),
  settings('a title of syntax alone', 'title: "*/"\nversion: 1.0.0\n'),
  settings('a title of several lines', 'title: "a\\n# b\\r\\n<b>"\nversion: 1.0.0\n'),
  settings('a title in other letters', 'title: "\u6f22\u5b57 \u0130\u017f \u00c9"\nversion: 1.0.0\n'),
  settings('a title of emoji', 'title: 😀\nversion: 1.0.0\n'),
  settings('a title beyond the length of package names', `title: ${'long '.repeat(100)}\nversion: 1.0.0\n`),
  settings('a description with code in it', `title: Demo\nversion: 1.0.0\ndescription: ${code}\n`),
  settings('an author and keywords with code in them', packaged(`author: ${code}, keywords: [${code}, "\\0"]`)),
  settings('a licence by an author with code in the name', packaged(`license: MIT, author: ${code}`)),
  settings('a version with code in it', `title: Demo\nversion: ${code}\n`, '2:10 structure'),
  settings('a version that is a number', 'title: Demo\nversion: 1.0\n', '2:10 structure'),
  settings('a version with a line break', 'title: Demo\nversion: "1.0.0\\n"\n', '2:10 structure'),
  ...[
    '1.0.0-..',
    '1.0.0-01',
    '1.0.0-',
    '1.0.0+a..b',
    '01.0.0',
    '99999999999999999999.0.0',
    `1.0.0-${'a'.repeat(300)}`,
  ].map((version) =>
    settings(`a version that npm refuses, ${version}`, `title: Demo\nversion: ${version}\n`, '2:10 structure'),
  ),
  settings('a version with all that one may have', 'title: Demo\nversion: 1.0.0-rc.1.x-2+build.001\n'),
  ...[
    'node_modules',
    'favicon.ico',
    '.hidden',
    '_private',
    'Upper',
    '"a b"',
    '"a~b"',
    '"it\'s"',
    '@scope',
    '@/a',
    '@a/.b',
  ].map((name) =>
    settings(
      `a package name that npm refuses, ${name}`,
      packaged(`name: ${name.startsWith('@') ? `"${name}"` : name}`),
      '3:18 structure',
    ),
  ),
  settings('a package name beyond the length of package names', packaged(`name: ${'a'.repeat(215)}`), '3:18 structure'),
  ...['fs', 'http', 'assert', 'worker_threads'].map((name) =>
    settings(`a package named like a module of Node.js, ${name}`, packaged(`name: ${name}`), '3:18 free-package-name'),
  ),
  settings('a package named like a module of Node.js in a scope', packaged('name: "@demo/http"')),
  settings('a package name with code in it', packaged(`name: ${code}`), '3:18 structure'),
  settings('a package name that climbs out', packaged('name: ../evil'), '3:18 structure'),
  settings('a package name of two scopes', packaged('name: "@a/@b/c"'), '3:18 structure'),
  settings('a registry with code in it', packaged(`registry: ${code}`), '3:22 structure'),
  settings('a registry without TLS', packaged('registry: "http://example.com"'), '3:22 structure'),
  settings(
    'a registry without TLS on a host named like this one',
    packaged('registry: "http://localhost.example.com"'),
    '3:22 structure',
  ),
  ...(
    [
      ['a variable that npm would fill in', 'https://example.com/${NPM_TOKEN}'],
      ['a password', 'https://user:password@example.com/'],
      ['no host', 'https://#'],
      ['half of an address', 'https://[1'],
      ['a Markdown link', 'https://example.com/)](x)|'],
      ['a backslash', 'https://example.com\\\\x'],
      ['a query', 'https://example.com/?x'],
      ['a shell command', 'https://example.com/$(id);x'],
    ] as const
  ).map(([what, url]) => settings(`a registry with ${what}`, packaged(`registry: "${url}"`), '3:22 structure')),
  settings(
    'a registry with a port and a path',
    packaged('registry: "https://npm.example.com:8443/api/v4/a%20b/@team/"'),
  ),
  settings('a repository that runs code', packaged('repository: "javascript:alert(1)"'), '3:24 structure'),
  settings('a repository with quotes', packaged(`repository: "https://example.com/'"`), '3:24 structure'),
  settings('a licence that is none', packaged(`license: ${code}`), '3:21 structure'),
  settings('an example named __proto__', packaged('example: __proto__'), '3:21 structure'),
  settings('an environment variable with code in it', withEnvironment(`apiKey: ${code}`), '3:24 structure'),
  ...['__proto__', 'constructor', 'toString'].map((name) =>
    settings(
      `an environment variable that is not free, ${name}`,
      withEnvironment(`apiKey: ${name}`),
      '3:24 settable-variable',
    ),
  ),
  ...['1_KEY', 'API-KEY', 'API KEY', 'API=KEY', 'ÄPI_KEY', ''].map((name) =>
    settings(
      `an environment variable that no shell can set, ${JSON.stringify(name)}`,
      withEnvironment(`apiKey: "${name}"`),
      '3:24 structure',
    ),
  ),
  settings(
    'one environment variable for both settings',
    withEnvironment('baseUrl: BACKEND, apiKey: BACKEND'),
    '3:42 distinct-variables',
  ),
  settings(
    'one environment variable for both settings on Windows alone',
    withEnvironment('baseUrl: Backend, apiKey: BACKEND'),
    '3:42 distinct-variables',
  ),
  settings(
    'the environment variable that another setting has by default',
    withEnvironment('apiKey: WORKER_BACKEND_URL'),
    '3:24 distinct-variables',
  ),
  settings('environment variables of one letter', withEnvironment('baseUrl: u, apiKey: __')),
  settings(
    'settings named __proto__',
    'title: Demo\nversion: 1.0.0\n__proto__: { package: {} }\n',
    '3:1 known-keyword',
  ),
  settings('an empty settings file', '', '1:1 structure'),
  { title: 'no message at all', files: {}, refused: 'catalog.yaml:1:1 some-message' },
];
