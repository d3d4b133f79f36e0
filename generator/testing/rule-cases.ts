import type { CatalogTexts } from './catalog-texts.js';

/** A catalog, and where it breaks a rule. */
export interface RuleCase {
  readonly what: string;
  readonly texts: CatalogTexts;
  /** Places, as path of the file, `#` and a JSON Pointer. */
  readonly want: readonly string[];
}

/** A message file whose description says enough. */
export function message(name: string, payload: string, more = ''): string {
  const body = payload.replaceAll('\n', '\n  ');
  return `name: ${name}\ndescription: Starts what the tests of this rule look at.\n${more}payload:\n  ${body}\n`;
}

const file = 'messages/demo/sync-request.yaml';
const at = (pointer: string): string => `${file}#/payload${pointer}`;

/** A catalog of one message. */
const payload = (text: string, more?: string): CatalogTexts => ({ [file]: message('sync-request', text, more) });

/** A catalog of one message with one property. */
const property = (name: string, schema: string, more?: string): CatalogTexts =>
  payload(`type: object\nproperties:\n  ${name}: ${schema}`, more);

const example = (payloadText: string): string => `examples: [{ title: One, payload: ${payloadText} }]\n`;

/** What each rule finds, by its id. */
export const ruleCases: Readonly<Record<string, readonly RuleCase[]>> = {
  'description-present': [
    { what: 'a field without', texts: property('a', '{ type: string }'), want: [at('/properties/a')] },
    { what: 'a blank one', texts: property('a', '{ type: string, description: " " }'), want: [at('/properties/a')] },
    { what: 'a field that takes anything', texts: property('a', 'true'), want: [at('/properties/a')] },
    { what: 'a field with', texts: property('a', '{ type: string, description: Words. }'), want: [] },
    { what: 'a title instead', texts: property('a', '{ type: string, title: Words. }'), want: [] },
    { what: 'a field that must not be there', texts: property('a', 'false'), want: [] },
    {
      what: 'a field of a field',
      texts: property('a', '{ description: Words., items: { properties: { b: {} } } }'),
      want: [at('/properties/a/items/properties/b')],
    },
    {
      what: 'a field that a condition mentions',
      texts: payload('type: object\nif: { properties: { a: { const: 1 } } }\nthen: { required: [a] }'),
      want: [],
    },
    {
      what: 'a shared type without, and the field that refers to it',
      texts: { ...property('a', '{ $ref: ../../types/x.yaml }'), 'types/x.yaml': 'type: string\n' },
      want: [at('/properties/a'), 'types/x.yaml#'],
    },
    {
      what: 'a field that refers to a described type',
      texts: {
        ...property('a', '{ $ref: ../../types/x.yaml }'),
        'types/x.yaml': 'type: string\ndescription: Words.\n',
      },
      want: [],
    },
  ],
  'description-informative': [
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
      texts: { [file]: 'name: sync-request\ndescription: The sync request message.\npayload: { type: object }\n' },
      want: [`${file}#/description`],
    },
    {
      what: 'a shared type',
      texts: {
        ...payload('$ref: ../../types/time-range.yaml'),
        'types/time-range.yaml': 'description: A time range.\n',
      },
      want: ['types/time-range.yaml#/description'],
    },
  ],
  'secret-marked': [
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
  ],
  'timestamp-format': [
    ...['createdAt', 'timestamp', 'startDate', 'updated_on', 'expiryTime', 'date'].map((name) => ({
      what: name,
      texts: property(name, "{ type: [string, 'null'] }"),
      want: [at(`/properties/${name}`)],
    })),
    ...['format', 'at', 'processingTime', 'candidate', 'update', 'basedOnModel', 'basedOn', 'hosted_on'].map(
      (name) => ({
        what: `${name} is none`,
        texts: property(name, '{ type: string }'),
        want: [],
      }),
    ),
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
  ],
  'example-per-request': [
    { what: 'a request without', texts: payload('type: object'), want: [`${file}#/name`] },
    { what: 'a request with', texts: payload('type: object', example('{}')), want: [] },
    {
      what: 'a message with an outcome, and the outcome',
      texts: {
        'messages/sync.yaml': message('sync', 'type: object', 'outcome: synced\n'),
        'messages/synced.yaml': message('synced', 'type: object'),
      },
      want: ['messages/sync.yaml#/name'],
    },
  ],
  'used-type': [
    {
      what: 'no message',
      texts: { ...payload('type: object'), 'types/x.yaml': 'type: string\n' },
      want: ['types/x.yaml#'],
    },
    {
      what: 'a message, through another type',
      texts: {
        ...payload('$ref: ../../types/x.yaml'),
        'types/x.yaml': 'items: { $ref: y.yaml }\n',
        'types/y.yaml': 'items: { $ref: x.yaml }\n',
      },
      want: [],
    },
    {
      what: 'only each other',
      texts: {
        ...payload('type: object'),
        'types/x.yaml': 'items: { $ref: y.yaml }\n',
        'types/y.yaml': 'items: { $ref: x.yaml }\n',
      },
      want: ['types/x.yaml#', 'types/y.yaml#'],
    },
  ],
  'shape-written-once': [
    {
      what: 'twice in a file, apart from words and order',
      texts: payload(
        [
          'properties:',
          '  a: { description: One., required: [x, y], properties: { x: { type: string }, y: { type: number } } }',
          '  b: { properties: { y: { type: number, description: Two. }, x: { type: string } }, required: [y, x] }',
        ].join('\n'),
      ),
      want: [at('/properties/a')],
    },
    {
      what: 'what a shared type describes',
      texts: {
        ...payload('properties:\n  a: { properties: { x: { type: string }, y: {} } }'),
        'types/x.yaml': 'properties: { x: { type: string }, y: {} }\n',
      },
      want: [at('/properties/a')],
    },
    {
      what: 'only the outermost',
      texts: payload(
        [
          'properties:',
          ...['a', 'b'].map((name) => `  ${name}: { properties: { x: { properties: { u: {}, v: {} } }, y: {} } }`),
        ].join('\n'),
      ),
      want: [at('/properties/a')],
    },
    ...[
      ['another type', '{ x: { type: number }, y: {} }'],
      ['another limit', '{ x: { type: string, minLength: 1 }, y: {} }'],
      ['a secret', '{ x: { type: string, x-secret: true }, y: {} }'],
      ['another field', '{ x: { type: string }, z: {} }'],
      ['a field named like a keyword', '{ x: { type: string }, y: {}, description: {} }'],
    ].map(([what, properties]) => ({
      what: `${what} makes another shape`,
      texts: payload(
        `properties:\n  a: { properties: { x: { type: string }, y: {} } }\n  b: { properties: ${properties} }`,
      ),
      want: [],
    })),
    {
      what: 'one field, twice',
      texts: payload('properties:\n  a: { properties: { x: {} } }\n  b: { properties: { x: {} } }'),
      want: [],
    },
    {
      what: 'references of one text to different files',
      texts: {
        'messages/a/a.yaml': message(
          'a',
          'properties:\n  p: { properties: { x: { $ref: "#/$defs/d" }, y: {} } }\n$defs: { d: { type: string } }',
        ),
        'messages/a/b.yaml': message(
          'b',
          'properties:\n  p: { properties: { x: { $ref: "#/$defs/d" }, y: {} } }\n$defs: { d: { type: number } }',
        ),
      },
      want: [],
    },
    {
      what: 'whole payloads',
      texts: {
        'messages/a.yaml': message('a', 'properties: { x: {}, y: {} }'),
        'messages/b.yaml': message('b', 'properties: { x: {}, y: {} }'),
      },
      want: [],
    },
  ],
  'satisfiable-schema': [
    {
      what: 'limits that contradict each other',
      texts: property('a', '{ type: string, minLength: 2, maxLength: 1 }'),
      want: [at('/properties/a/minLength')],
    },
    { what: 'limits that fit', texts: property('a', '{ type: string, minLength: 1, maxLength: 2 }'), want: [] },
  ],
  'distinct-alternative': [
    {
      what: 'one that another one covers',
      texts: property('a', '{ oneOf: [{ type: integer }, { type: number }] }'),
      want: [at('/properties/a/oneOf/0')],
    },
    { what: 'different ones', texts: property('a', '{ oneOf: [{ type: string }, { type: number }] }'), want: [] },
  ],
  'limited-text': [
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
  ],
  'read-file': [
    ...[
      'messages/demo/b.YAML',
      'messages/b.yaml.txt',
      'messages/b.jsonc',
      'messages/.b.yaml',
      'types/.old/b.yml',
      'b.yaml',
      'b.json',
      'b.yml.txt',
      'Catalog.yml',
    ].map((path) => ({ what: path, texts: { ...payload('type: object'), [path]: '' }, want: [`${path}#`] })),
    ...['message/b.yaml', 'Messages/b.yaml', 'type/README.md', 'events/b.yaml', 'shared/types/b.json'].map((path) => ({
      what: path,
      texts: { ...payload('type: object'), [path]: '' },
      want: [`${path.split('/')[0]}#`],
    })),
    {
      what: 'a folder of two files, once',
      texts: { ...payload('type: object'), 'events/b.yaml': '', 'events/a/c.yaml': '' },
      want: ['events#'],
    },
    ...[
      'messages/README.md',
      'messages/.DS_Store',
      'messages/.b.yaml.swp',
      'messages/.#b.yaml',
      'messages/b.yaml~',
      'messages/.vscode/settings.json',
      'package.json',
      '.yamllint.yaml',
      'docs/b.yaml',
      'events/README.md',
      'events/.b.yaml',
      'events/docs/b.yaml',
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
  ],
  'existing-exception': [
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
};
