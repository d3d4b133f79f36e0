import { demo, type HostileCase } from './hostile-case.js';

/** Names of properties that JavaScript objects have by themselves, that a language reserves, or that are no names. */
const propertyNames: readonly (readonly [title: string, ...names: string[]])[] = [
  ['__proto__', '__proto__'],
  ['constructor and prototype', 'constructor', 'prototype'],
  ['what every object inherits', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', 'toLocaleString'],
  ['old accessors of prototypes', '__defineGetter__', '__lookupSetter__'],
  ['then and toJSON', 'then', 'toJSON'],
  [
    'reserved words',
    'class',
    'default',
    'delete',
    'function',
    'enum',
    'await',
    'static',
    'get',
    'set',
    'readonly',
    'new',
  ],
  ['words of templates', 'if', 'each', 'log', 'lookup', 'with', 'this', 'package', 'message'],
  ['digits first', '3d', '0', '01', '1e3', '-1'],
  ['emoji first', '😀', '😀a'],
  ['quotes', "'", '"', '`', "it's"],
  ['nothing, and space', '', ' ', '\t'],
  ['syntax', 'a: string; b', '[key: string]', 'a?', '...rest', '#private', 'readonly a', 'a()'],
  ['paths', '../../x', '/etc/passwd', 'C:\\x', '~/x'],
  ['pointers', 'a/b', 'a~b', 'a~1b', '%2F', '#/x'],
];

const properties: readonly HostileCase[] = propertyNames.map(([title, ...names]) => {
  const schema = { type: 'object', description: 'Holds values.', required: names };
  const listed = Object.fromEntries(names.map((name) => [name, { $ref: `#/$defs/${pointerPart(name)}` }]));
  const definitions = Object.fromEntries(
    names.map((name) => [name, { type: 'string', description: `Names ${name}.` }]),
  );
  const example = Object.fromEntries(names.map((name) => [name, 'x']));
  return {
    title: `properties and definitions named ${title}`,
    files: demo({ ...schema, properties: listed, $defs: definitions }, example),
    literals: names,
  };
});

function pointerPart(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}

const named = (name: string): HostileCase['files'] => ({
  'messages/demo-request.yaml': `name: ${JSON.stringify(name)}\ndescription: Does it.\npayload: { type: object }\n`,
});

const badNames: readonly string[] = [
  '__proto__',
  'Constructor',
  '1-first',
  '😀',
  '../evil',
  'a/b',
  'a\\b',
  'a--b',
  '-a',
  'a.b',
  'a b',
  'naïve',
  'a\n',
  "a'; process.exit(); '",
  '',
  'a'.repeat(101),
];

/** Two ways to write é that look the same: one character, and a letter with an accent that combines with it. */
const twins: readonly HostileCase[] = [
  {
    title: 'two properties that look the same',
    files: demo(
      {
        type: 'object',
        properties: { '\u00e9': { const: 'one' }, 'e\u0301': { enum: ['\u00e9', 'e\u0301'] } },
        required: ['\u00e9', 'e\u0301'],
      },
      { '\u00e9': 'one', 'e\u0301': 'e\u0301' },
    ),
    literals: ['\u00e9', 'e\u0301'],
  },
];

const messages: readonly HostileCase[] = [
  ...badNames.map((name): HostileCase => ({
    title: `a message named ${JSON.stringify(name).slice(0, 30)}`,
    files: named(name),
    refused: 'messages/demo-request.yaml:1:7 structure',
  })),
  ...['constructor', 'to-string', 'value-of', 'has-own-property', 'then', 'send-to-queue', 'get-job-status'].map(
    (name): HostileCase => ({
      title: `a message named ${name}`,
      files: { [`messages/${name}.yaml`]: `name: ${name}\ndescription: Does it.\npayload: { type: object }\n` },
      refused: `messages/${name}.yaml:1:7 free-method-name`,
    }),
  ),
  ...['con', 'prn', 'aux', 'nul', 'com1', 'lpt9'].map((name): HostileCase => ({
    title: `a message named like the device ${name}`,
    files: { [`messages/${name}.yaml`]: `name: ${name}\ndescription: Does it.\npayload: { type: object }\n` },
    refused: `messages/${name}.yaml:1:1 portable-file-name`,
  })),
  {
    title: 'messages named by reserved words',
    files: Object.fromEntries(
      ['delete', 'class', 'new', 'await', 'default', 'in', 'static', 'get', 'index', 'import', 'null', 'if'].map(
        (name) => [`messages/${name}.yaml`, `name: "${name}"\ndescription: Does it.\npayload: { type: object }\n`],
      ),
    ),
    literals: ['delete', 'null'],
  },
  {
    title: 'a folder of messages with syntax in its name',
    files: Object.fromEntries(
      Object.entries(demo({ type: 'object' })).map(([path, text]) => [
        path.replace('demo/', '*/ `${x}` {{y}} </script>|\'"/'),
        text,
      ]),
    ),
  },
  {
    title: 'a file of a message with a line break in its name',
    files: { 'messages/demo\n-request.yaml': 'name: demo-request\ndescription: Does it.\npayload: true\n' },
    refused: 'messages/demo\n-request.yaml:1:7 file-name',
  },
];

const typeNames: readonly (readonly [name: string, rule: string])[] = [
  ['__proto__', 'type-file-name'],
  ['3d-model', 'type-file-name'],
  ['😀', 'type-file-name'],
  ['a b', 'type-file-name'],
  ["a'b", 'type-file-name'],
  ['a'.repeat(101), 'type-file-name'],
  ['nul', 'portable-file-name'],
  ['string', 'unique-type'],
  ['object', 'unique-type'],
  ['promise', 'unique-type'],
  ['worker-client', 'unique-type'],
  ['demo-request-message', 'unique-type'],
];

const types: readonly HostileCase[] = [
  ...typeNames.map(([name, rule]): HostileCase => ({
    title: `a type in a file named ${name}`,
    files: { ...demo({ type: 'object' }), [`types/${name}.yaml`]: 'type: object\n' },
    refused: `types/${name}.yaml:1:1 ${rule}`,
  })),
  {
    title: 'types in files named by reserved words and inherited members',
    files: {
      ...demo({
        type: 'object',
        properties: { a: { $ref: '../../types/constructor.yaml' }, b: { $ref: '../../types/any.yaml' } },
      }),
      'types/constructor.yaml': 'type: object\nproperties: { x: { enum: [constructor] } }\n',
      'types/any.yaml': 'type: string\n',
      'types/to-string.yaml': 'type: string\n',
      'types/undefined.yaml': 'type: string\n',
    },
    literals: ['constructor'],
  },
];

/** Names of properties, messages and types. */
export const hostileNames: readonly HostileCase[] = [...properties, ...twins, ...messages, ...types];
