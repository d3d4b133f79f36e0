import { describe, expect, it } from 'vitest';
import { moreProblems } from '../diagnostics/diagnostic.js';
import { diagnose, type CatalogFiles } from '../testing/diagnose.js';
import { ruleSentences } from './rule-sentences.js';

const file = 'messages/demo/do-it.yaml';

/** A message whose payload stands from line 4, indented by two columns. */
const payload = (...lines: readonly string[]): CatalogFiles => message([], ...lines);

function message(head: readonly string[], ...lines: readonly string[]): CatalogFiles {
  const body = lines.map((line) => `  ${line}`);
  return { [file]: ['name: do-it', 'description: Does it.', ...head, 'payload:', ...body, ''].join('\n') };
}

const plain = (name: string): CatalogFiles => ({
  [`messages/${name.replace('▸', '')}.yaml`]: `name: ${name}\ndescription: Does it.\npayload: { type: object }\n`,
});

interface Row {
  readonly title: string;
  /** A catalog's files; ▸ stands before each text that is at fault, and is no part of it. */
  readonly given: CatalogFiles;
  /** What is told at each ▸, in order. */
  readonly want: readonly string[];
}

const contradiction = (text: string): string => `${text}: correct one of them.`;
const otherKinds = 'No value fits all parts of this schema, since they ask for different kinds of values';

const noType = (word: string): string =>
  `"${word}" is not one of "null", "boolean", "integer", "number", "string", "array", "object".`;

/** One broken catalog a row, by the rule that it breaks. */
const broken: Readonly<Record<string, readonly Row[]>> = {
  'yaml-syntax': [
    {
      title: 'a bracket that is not closed',
      given: { [file]: 'name: do-it\ndescription: ▸[a, b\npayload: true\n' },
      want: [
        'What starts with this bracket does not end with one before the next key: add ] or }, and indent the lines between.',
      ],
    },
    {
      title: 'every unreadable file',
      given: { 'messages/a.yaml': 'name: ▸"a\n', 'types/b.yaml': 'type: ▸@x\n' },
      want: [
        'This text has no closing quote: add one.',
        'A text cannot start with this character: put the text in quotes.',
      ],
    },
    {
      title: 'a key that stands twice',
      given: payload('type: object', '▸type: object'),
      want: ['The key "type" stands here a second time: remove one.'],
    },
  ],
  'readable-file': [
    {
      title: 'a huge file',
      given: { [file]: `▸${'#'.repeat(300 * 1024)}` },
      want: ['This file has 300 KiB, and a file of a catalog at most 256: split it.'],
    },
  ],
  structure: [
    {
      title: 'an empty file',
      given: { [file]: '▸' },
      want: ['A mapping is expected here, not nothing.'],
    },
    {
      title: 'a switch that is no switch, without asking for what goes with it, and one that says nothing',
      given: {
        'catalog.yaml':
          'title: Demo\nversion: 1.0.0\nlint: { rules: { secret-marked: { off: ▸false }, ▸used-type: {} } }\n',
        ...plain('do-it'),
      },
      want: [
        'Only true may stand here, not false. Remove the key.',
        'This mapping is empty: add "off" or "reason" or "except".',
      ],
    },
    {
      title: 'missing keys, and values of the wrong type',
      given: { [file]: '▸name: do-it\nretry: { attempts: ▸"3" }\npayload: ▸5\n' },
      want: [
        '"description" is missing here: add it.',
        'An integer is expected here, not the string "3". Remove the quotes.',
        'A mapping or a boolean is expected here, not the number 5.',
      ],
    },
    {
      title: 'a number that was meant as a text, and one that would be none that fits',
      given: { 'catalog.yaml': 'title: ▸5\nversion: ▸1.10\n', ...plain('do-it') },
      want: [
        'A string is expected here, not the number 5. Put it in quotes.',
        '1.1 does not fit here: Version of the client package (Semantic Versioning 2.0.0). Write it like "1.0.0".',
      ],
    },
    {
      title: 'values that mean something in another dialect or language',
      given: payload(
        'properties:',
        '  a: { type: ▸int, x-secret: ▸yes }',
        '  b: { type: ▸date, required: ▸true }',
        '  c: { type: ▸"string[]", exclusiveMinimum: ▸true }',
        '  d: { type: ▸string | null, required: ▸false }',
        '  e: { type: ▸any, additionalProperties: ▸no }',
        '  f: { type: [▸String], title: ▸[Title] }',
      ),
      want: [
        `${noType('int')} Write integer.`,
        'A boolean is expected here, not the string "yes". Write true.',
        `${noType('date')} Write string, and format: date beside it.`,
        'A list is expected here, not the boolean true. Remove it, and name the property in the list required of the object that it belongs to.',
        `${noType('string[]')} Write array, and items: { type: string } beside it.`,
        'A number is expected here, not the boolean true. Write the limit itself here, and remove the one beside it.',
        `${noType('string | null')} Write [string, "null"].`,
        'A list is expected here, not the boolean false. Remove it: a property that no list required names may be missing.',
        `${noType('any')} Remove it: without type, any value is accepted.`,
        'A mapping or a boolean is expected here, not the string "no". Write false.',
        `${noType('String')} Did you mean "string"?`,
        'A string is expected here, not a list. Write "Title".',
      ],
    },
    {
      title: 'a name that is none',
      given: { [file]: 'name: ▸Do It\ndescription: Does it.\npayload: true\n' },
      want: [
        '"Do It" does not fit here: Type of the message, in kebab-case; the file has the same name. Did you mean "do-it"?',
      ],
    },
    {
      title: 'a type that does not exist, alone and in a list',
      given: payload('properties:', '  a: { type: ▸strng }', '  b: { type: [string, ▸nul] }'),
      want: [
        '"strng" is not one of "null", "boolean", "integer", "number", "string", "array", "object". Did you mean "string"?',
        '"nul" is not one of "null", "boolean", "integer", "number", "string", "array", "object". Did you mean "null"?',
      ],
    },
    {
      title: 'an enum value that stands twice, also with its keys in another order',
      given: payload('properties:', '  a: { enum: [x, y, ▸x] }', '  b: { enum: [{ p: 1, q: 2 }, ▸{ q: 2, p: 1 }] }'),
      want: ['This repeats item 1 of the list: remove one.', 'This repeats item 1 of the list: remove one.'],
    },
  ],
  'known-keyword': [
    {
      title: 'a misspelt keyword, and one of another dialect',
      given: payload('type: object', '▸requird: [a]', 'properties: { a: { type: string, ▸nullable: true } }'),
      want: [
        '"requird" is not known here. Did you mean "required"?',
        '"nullable" is not known here. Write type: [string, "null"].',
      ],
    },
    {
      title: 'the rest of a text without quotes',
      given: message(['deprecated: { since: 1.0.0, reason: Slow, ▸use another }'], 'true'),
      want: ['"use another" is not known here. If it belongs to the text before it, put that text in quotes.'],
    },
  ],
  'some-message': [
    {
      title: 'a catalog without messages',
      given: { 'catalog.yaml': '▸title: Demo\nversion: 1.0.0\n', 'types/box.yaml': 'type: object\n' },
      want: ['The catalog has no message: add one as messages/<domain>/<name>.yaml, beside this file.'],
    },
    {
      title: 'a catalog without messages, of which one is to be the example',
      given: { 'catalog.yaml': '▸title: Demo\nversion: 1.0.0\npackage: { example: do-it }\n' },
      want: ['The catalog has no message: add one as messages/<domain>/<name>.yaml, beside this file.'],
    },
  ],
  'file-name': [
    {
      title: 'a message in a file of another name',
      given: { [file]: 'name: ▸do-that\ndescription: Does it.\npayload: true\n' },
      want: ['The file is do-it.yaml, but the message is do-that: rename one of them.'],
    },
    {
      title: 'a copy of a message under another name',
      given: { ...plain('a'), 'messages/b.yaml': 'name: ▸a\ndescription: Does it.\npayload: true\n' },
      want: ['The file is b.yaml, but the message is a: rename one of them.'],
    },
    {
      title: 'a copy of a message that is read before it',
      given: { ...plain('b'), 'messages/a.yaml': 'name: ▸b\ndescription: Does it.\npayload: true\n' },
      want: ['The file is a.yaml, but the message is b: rename one of them.'],
    },
  ],
  'type-file-name': [
    {
      title: 'a type in a file that is not in kebab-case',
      given: { ...plain('do-it'), 'types/BigBox.yaml': '▸type: object\n' },
      want: [
        '"BigBox.yaml" is no kebab-case file name: begin with a lower-case letter and go on with such, digits and single hyphens, at most 100 characters.',
      ],
    },
  ],
  'portable-file-name': [
    {
      title: 'a message, a folder and a type named like devices',
      given: {
        'messages/con.yaml': '▸name: con\ndescription: Does it.\npayload: true\n',
        'messages/com1/do-it.yaml': '▸name: do-it\ndescription: Does it.\npayload: true\n',
        'messages/console/com-request.yaml': 'name: com-request\ndescription: Does it.\npayload: true\n',
        'types/aux.yaml': '▸type: object\n',
      },
      want: ['com1', 'con.yaml', 'aux.yaml'].map(
        (name) => `Nobody can have this file on Windows, which keeps the name "${name}" for a device: rename it.`,
      ),
    },
  ],
  'unique-message': [
    {
      title: 'two messages of one name',
      given: {
        'messages/a/do-it.yaml': 'name: do-it\ndescription: Does it.\npayload: true\n',
        'messages/b/do-it.yaml': 'name: ▸do-it\ndescription: Does it.\npayload: true\n',
      },
      want: ['messages/a/do-it.yaml yields the name do-it already: rename one of the two.'],
    },
  ],
  'free-method-name': [
    {
      title: "names of the client's members and of what every object inherits",
      given: { ...plain('▸constructor'), ...plain('▸get-job-status'), ...plain('▸to-string') },
      want: [
        'The client has a member constructor of its own: choose another name, such as constructor-request.',
        'The client has a member getJobStatus of its own: choose another name, such as get-job-status-request.',
        'The client has a member toString of its own: choose another name, such as to-string-request.',
      ],
    },
  ],
  'free-validator-name': [
    {
      title: 'a message whose validator would be the one for all messages',
      given: plain('▸message'),
      want: ['The package has a function validateMessage of its own: choose another name, such as message-request.'],
    },
  ],
  'unique-type': [
    {
      title: "types that collide: with each other, with a message's, with a tolerant variant, with the package",
      given: {
        ...plain('send'),
        'types/box.yaml': 'type: object\n',
        'types/box.yml': '▸type: object\n',
        'types/job-status.yaml': '▸type: object\n',
        'types/received-box.yaml': '▸type: object\n',
        'types/send-message.yaml': '▸type: object\n',
      },
      want: [
        'types/box.yaml yields the type Box already: rename one of the two files.',
        'The package has a JobStatus of its own: rename the file.',
        'types/box.yaml yields the type ReceivedBox already: rename one of the two files.',
        'messages/send.yaml yields the type SendMessage already: rename one of the two files.',
      ],
    },
  ],
  'known-message': [
    {
      title: 'links to messages that do not exist, and to the message itself',
      given: {
        ...message(['outcome: ▸do-it-don', 'emits: [▸do-it, ▸unheard-of]'], 'type: object'),
        ...plain('do-it-done'),
      },
      want: [
        'There is no message do-it-don. Did you mean "do-it-done"?',
        'A message cannot name itself here: name another, or remove this.',
        'There is no message unheard-of. Add it to messages/, or correct the name.',
      ],
    },
  ],
  'free-package-name': [
    {
      title: 'a package named like a module of Node.js',
      given: { 'catalog.yaml': 'title: Demo\nversion: 1.0.0\npackage: { name: ▸http }\n', ...plain('do-it') },
      want: [
        'Node.js has a module http of its own, which an import would find instead, and npm takes no new package of that name: add a scope or a further word, such as http-client.',
      ],
    },
  ],
  'settable-variable': [
    {
      title: 'environment variables that belong to others',
      given: {
        'catalog.yaml': 'title: Demo\nversion: 1.0.0\nenvironment:\n  baseUrl: ▸Path\n  apiKey: ▸constructor\n',
        ...plain('do-it'),
      },
      want: [
        'Shells keep Path for themselves: choose another name, such as WORKER_BACKEND_URL.',
        "JavaScript's objects keep constructor for themselves: choose another name, such as WORKER_BACKEND_API_KEY.",
      ],
    },
  ],
  'distinct-variables': [
    ['named twice', '{ baseUrl: BACKEND, apiKey: ▸BACKEND }', 'BACKEND'],
    ['that is the default of the API key', '{ baseUrl: ▸WORKER_BACKEND_API_KEY }', 'WORKER_BACKEND_API_KEY'],
    ['that is the default of the base URL', '{ apiKey: ▸WORKER_BACKEND_URL }', 'WORKER_BACKEND_URL'],
    [
      'in two spellings',
      '{ baseUrl: Backend, apiKey: ▸BACKEND }',
      'Backend, since Windows does not tell upper and lower case apart',
    ],
  ].map(([what, environment, variable]) => ({
    title: `one variable ${what}`,
    given: {
      'catalog.yaml': `title: Demo\nversion: 1.0.0\nenvironment: ${environment}\n`,
      ...plain('do-it'),
    },
    want: [`The base URL and the API key would be read from the same variable ${variable}: name another.`],
  })),
  'known-example': [
    {
      title: 'an example message that does not exist',
      given: { 'catalog.yaml': 'title: Demo\nversion: 1.0.0\npackage: { example: ▸do-at }\n', ...plain('do-it') },
      want: ['There is no message do-at. Did you mean "do-it"?'],
    },
  ],
  'resolvable-reference': [
    {
      title: 'references that lead nowhere, or out of the catalog',
      given: {
        ...payload(
          'properties:',
          '  a: { $ref: ▸../../types/bax.yaml }',
          '  b: { $ref: ▸"https://example.com/schema" }',
          '  c: { $ref: ▸"#/$defs/none" }',
          '  d: { $ref: ▸../../../../etc/passwd }',
          '  e: { $ref: ▸"file:///etc/passwd" }',
          '  f: { $ref: ▸/etc/passwd }',
          '  g: { $ref: ▸"#none" }',
          '  h: { $ref: ▸"%ff" }',
          '  i: { $ref: ▸../../types/box.yaml#/$defs/lidd }',
          '  j: { $ref: ▸"#/definitions/own" }',
          '  k: { $ref: ▸"#/components/schemas/Box" }',
          '  l: { $ref: ▸box }',
          '$defs: { own: true }',
        ),
        'types/box.yaml': 'type: object\n$defs: { side: true, lid: true }\n',
      },
      want: [
        '"../../types/bax.yaml" points at types/bax.yaml, which the catalog does not have. Did you mean "../../types/box.yaml"?',
        '"https://example.com/schema" points outside the catalog, and nothing is fetched: write a relative path, or # and a pointer.',
        '"#/$defs/none" points at #/$defs/none of this file, where there is no schema. Correct the pointer, or add the schema.',
        '"../../../../etc/passwd" points outside the catalog, where nothing is read: put the file into types/.',
        '"file:///etc/passwd" points outside the catalog, and nothing is fetched: write a relative path, or # and a pointer.',
        '"/etc/passwd" must be a path relative to this file, such as ../types/x.yaml.',
        '"#none" has the fragment #none: write a pointer such as #/$defs/none.',
        '"%ff" is not a valid URI reference: write a % as %25.',
        '"../../types/box.yaml#/$defs/lidd" points at #/$defs/lidd of types/box.yaml, where there is no schema. Did you mean "../../types/box.yaml#/$defs/lid"?',
        '"#/definitions/own" points at #/definitions/own of this file, where there is no schema. Did you mean "#/$defs/own"?',
        '"#/components/schemas/Box" points at #/components/schemas/Box of this file, where there is no schema. Did you mean "../../types/box.yaml"?',
        '"box" points at messages/demo/box, which the catalog does not have. Did you mean "../../types/box.yaml"?',
      ],
    },
  ],
  'finite-reference': [
    {
      title: 'a circle of references, once',
      given: payload(
        '$ref: "#/$defs/a"',
        '$defs:',
        '  a: { $ref: ▸"#/$defs/b" }',
        '  b: { anyOf: [{ $ref: "#/$defs/a" }, { type: string }] }',
      ),
      want: ['This reference leads back to itself without end: put a property or an item in between.'],
    },
    {
      title: 'a chain of references that nobody follows',
      given: payload(
        '$ref: ▸"#/$defs/d0"',
        '$defs:',
        ...Array.from({ length: 200 }, (_, index) => `  d${index}: { $ref: "#/$defs/d${index + 1}" }`),
        '  d200: true',
      ),
      want: ['This reference leads on to more than 100 others: refer to the last one.'],
    },
  ],
  'valid-pattern': [
    {
      title: 'patterns that are no regular expression',
      given: payload('properties: { a: { type: string, pattern: ▸"(" } }', 'patternProperties: { ▸"[": true }'),
      want: [
        'This is no regular expression with Unicode: Unterminated group. Correct it, or escape what is meant as itself.',
        'This is no regular expression with Unicode: Unterminated character class. Correct it, or escape what is meant as itself.',
      ],
    },
  ],
  'bounded-pattern': [
    {
      title: 'a pattern that backtracks without end',
      given: message([`examples: [{ title: Long, payload: ${'a'.repeat(40)}! }]`], 'type: string', 'pattern: ▸^(a+)+$'),
      want: [
        'This pattern backtracks without end on some texts: let no two ways of repeating match the same text, as a+ does where (a+)+ stood.',
      ],
    },
  ],
  'known-format': [
    {
      title: 'a misspelt format, but none of a team of its own',
      given: payload(
        'properties:',
        '  a: { type: string, format: ▸datetime }',
        '  b: { type: string, format: order-number }',
      ),
      want: ['"datetime" is no format that is checked. Did you mean "date-time"?'],
    },
  ],
  'satisfiable-schema': [
    {
      title: 'limits that contradict each other',
      given: payload(
        'properties:',
        '  a: { type: string, minLength: ▸5, maxLength: 3 }',
        '  b: { type: integer, exclusiveMinimum: ▸1, exclusiveMaximum: 2 }',
        '  c: { type: number, minimum: ▸3, exclusiveMaximum: 3 }',
        '  d: { type: array, minItems: ▸2, maxItems: 1 }',
        '  e: { type: array, prefixItems: [true], items: false, minItems: ▸2 }',
      ),
      want: [
        contradiction('No text fits minLength 5 and maxLength 3'),
        contradiction('No integer fits exclusiveMinimum 1 and exclusiveMaximum 2'),
        contradiction('No number fits minimum 3 and exclusiveMaximum 3'),
        contradiction('No list fits minItems 2 and maxItems 1'),
        contradiction('minItems asks for 2, but there can be only 1'),
      ],
    },
    {
      title: 'multiples that no limits leave',
      given: payload(
        'properties:',
        '  a: { type: number, minimum: 1, maximum: 4, multipleOf: ▸5 }',
        '  b: { type: integer, exclusiveMinimum: 5, exclusiveMaximum: 10, multipleOf: ▸5 }',
        '  c: { type: number, exclusiveMinimum: 0.1, maximum: 0.19, multipleOf: ▸0.1 }',
        '  d: { type: number, minimum: -9, exclusiveMaximum: -5, multipleOf: ▸10 }',
        '  fitting1: { type: number, minimum: 0.3, maximum: 0.3, multipleOf: 0.1 }',
        '  fitting2: { type: number, minimum: 5, exclusiveMaximum: 6, multipleOf: 5 }',
        '  fitting3: { type: number, exclusiveMinimum: 4, maximum: 5, multipleOf: 5 }',
        '  fitting4: { type: number, exclusiveMinimum: -1, exclusiveMaximum: 1, multipleOf: 7 }',
        '  fitting5: { type: number, minimum: 1.0e+200, maximum: 1.1e+200, multipleOf: 7 }',
        '  fitting6: { type: number, minimum: 1, multipleOf: 7 }',
        '  fitting7: { type: number, multipleOf: 5.0e-324, minimum: 1, maximum: 2 }',
        '  fitting8: { allOf: [{ enum: [19.99] }, { multipleOf: 0.01 }] }',
        '  e: { allOf: [{ enum: ▸[19.99] }, { multipleOf: 0.02 }] }',
        '  f: { type: integer, format: int32, minimum: ▸3000000000 }',
        '  g: { type: number, format: ▸int32, exclusiveMaximum: -2147483648 }',
        '  h: { type: number, format: int32, minimum: ▸1.2, maximum: 1.8 }',
        '  fitting9: { type: integer, format: int32, minimum: 2147483647, multipleOf: 1 }',
        '  fitting10: { type: [string, integer], format: int64, minimum: 3000000000 }',
      ),
      want: [
        contradiction('No multiple of 5 fits minimum 1 and maximum 4'),
        contradiction('No multiple of 5 fits exclusiveMinimum 5 and exclusiveMaximum 10'),
        contradiction('No multiple of 0.1 fits exclusiveMinimum 0.1 and maximum 0.19'),
        contradiction('No multiple of 10 fits minimum -9 and exclusiveMaximum -5'),
        contradiction('No value of enum fits what else is asked here'),
        contradiction('No integer fits minimum 3000000000 and format int32'),
        contradiction('No integer fits format int32 and exclusiveMaximum -2147483648'),
        contradiction('No integer fits minimum 1.2 and maximum 1.8'),
      ],
    },
    {
      title: 'properties that contradict what an object may have',
      given: payload(
        'type: object',
        'properties: { a: false, b: true }',
        'required: [▸a, b]',
        'maxProperties: ▸1',
        'additionalProperties: { type: object, properties: { c: true }, additionalProperties: false, minProperties: ▸2 }',
      ),
      want: [
        '"a" is required, but its schema allows nothing: correct one of them.',
        contradiction('2 properties are required, and maxProperties allows 1'),
        contradiction('minProperties asks for 2, but there can be only 1'),
      ],
    },
    {
      title: 'parts that ask for different kinds of values, told at the innermost',
      given: payload(
        'properties:',
        '  a: { type: string, enum: ▸[1, 2] }',
        '  b: { type: string, const: ▸5 }',
        '  c: { allOf: ▸[{ type: string }, { type: number }] }',
        '  d: { anyOf: [{ $ref: "#/properties/b" }] }',
      ),
      want: [contradiction(otherKinds), contradiction(otherKinds), contradiction(otherKinds)],
    },
    {
      title: 'limits that contradict those of a part, or of what it refers to',
      given: payload(
        'properties:',
        '  a: { type: number, minimum: ▸5, allOf: [{ maximum: 3 }] }',
        '  b: { allOf: [{ type: string, maxLength: ▸2 }, { minLength: 3 }] }',
        '  c: { $ref: "#/$defs/short", minItems: ▸3 }',
        '  d: { allOf: [{ enum: ▸[a, b] }, { enum: [c] }] }',
        '  e: { allOf: [{ $ref: "#/$defs/none" }, { description: Told there. }] }',
        '  f: { $ref: ▸"#/$defs/letter", minLength: 2 }',
        '  g: { allOf: [{ minimum: 3 }, ▸{ $ref: "#/$defs/low" }, { $ref: "#/$defs/high" }] }',
        '  untyped: { minLength: 5, maxLength: 3 }',
        '$defs:',
        '  short: { type: array, maxItems: 2 }',
        '  letter: { enum: [a, b] }',
        '  low: { type: number, maximum: 5 }',
        '  high: { type: number, minimum: 6 }',
        '  none: { type: string, minLength: ▸5, maxLength: 3 }',
      ),
      want: [
        contradiction('No number fits minimum 5 and maximum 3'),
        contradiction('No text fits minLength 3 and maxLength 2'),
        contradiction('No list fits minItems 3 and maxItems 2'),
        contradiction('No value of enum fits what else is asked here'),
        contradiction('No value of enum fits what else is asked here'),
        contradiction('No number fits minimum 6 and maximum 5'),
        contradiction('No text fits minLength 5 and maxLength 3'),
      ],
    },
    {
      title: 'multiples of several numbers that no limits leave',
      given: payload(
        'properties:',
        '  a: { type: number, multipleOf: ▸0.3, minimum: 0.1, maximum: 0.5, allOf: [{ multipleOf: 0.2 }] }',
        '  b: { type: integer, minimum: 1, maximum: 11, allOf: [{ multipleOf: ▸4 }, { $ref: "#/$defs/six" }] }',
        '  c: { type: integer, multipleOf: ▸1.5, exclusiveMinimum: 0, exclusiveMaximum: 15, allOf: [{ multipleOf: 2.5 }] }',
        '  d: { type: number, multipleOf: ▸7, exclusiveMinimum: -210, exclusiveMaximum: 0, allOf: [{ multipleOf: 5 }, { multipleOf: 6 }] }',
        '  fitting1: { type: number, multipleOf: 0.3, minimum: 0.1, maximum: 0.6, allOf: [{ multipleOf: 0.2 }] }',
        '  fitting2: { type: integer, multipleOf: 4, minimum: 1, maximum: 12, allOf: [{ $ref: "#/$defs/six" }] }',
        '  fitting3: { type: number, multipleOf: 4, minimum: -1, maximum: 11, allOf: [{ multipleOf: 6 }] }',
        '  fitting4: { type: number, multipleOf: 0.1, minimum: 1, maximum: 1.9, allOf: [{ multipleOf: 1.0e-300 }] }',
        '  fitting5: { type: number, multipleOf: 10000000000000, exclusiveMinimum: -1, exclusiveMaximum: 1 }',
        '$defs: { six: { multipleOf: 6 } }',
      ),
      want: [
        contradiction('No multiple of 0.3 and 0.2 fits minimum 0.1 and maximum 0.5'),
        contradiction('No multiple of 4 and 6 fits minimum 1 and maximum 11'),
        contradiction('No integer that is a multiple of 1.5 and 2.5 fits exclusiveMinimum 0 and exclusiveMaximum 15'),
        contradiction('No multiple of 7, 5 and 6 fits exclusiveMinimum -210 and exclusiveMaximum 0'),
      ],
    },
    {
      title: 'integers that are no multiple of a fraction',
      given: payload(
        'properties:',
        '  a: { type: integer, multipleOf: ▸0.3, minimum: 0.1, maximum: 2.9 }',
        '  b: { type: integer, multipleOf: ▸1.5, exclusiveMinimum: 3, exclusiveMaximum: 6 }',
        '  fitting1: { type: integer, multipleOf: 0.3, minimum: 0.1, maximum: 3 }',
        '  fitting2: { type: integer, multipleOf: 0.1, minimum: 1, maximum: 1 }',
        '  fitting3: { type: [integer, number], multipleOf: 0.3, minimum: 0.1, maximum: 2.9 }',
        '  fitting4: { type: integer, multipleOf: 0.3, minimum: -1, maximum: 1 }',
      ),
      want: [
        contradiction('No integer that is a multiple of 0.3 fits minimum 0.1 and maximum 2.9'),
        contradiction('No integer that is a multiple of 1.5 fits exclusiveMinimum 3 and exclusiveMaximum 6'),
      ],
    },
    {
      title: 'patterns against lengths, formats and each other',
      given: payload(
        'properties:',
        '  a: { type: string, pattern: ▸"^x$", minLength: 2 }',
        '  b: { type: string, pattern: ▸"^x{3,}$", maxLength: 2 }',
        '  c: { type: string, pattern: ▸"^(red|green)$", format: date }',
        '  d: { type: string, pattern: ▸"^[a-z]+$", format: uuid }',
        '  e: { type: string, format: ▸date, maxLength: 5 }',
        '  f: { type: string, pattern: ▸"^a", allOf: [{ pattern: "^b" }] }',
        '  g: { type: string, pattern: ▸"a^" }',
        '  h: { type: string, pattern: ▸"^(?:..)*$", minLength: 3, maxLength: 3 }',
        '  fitting1: { type: string, pattern: "^x", minLength: 2 }',
        '  fitting2: { type: string, pattern: "x$", maxLength: 1 }',
        '  fitting3: { type: string, pattern: "^😀$", maxLength: 1 }',
        '  fitting4: { type: string, pattern: "^\\\\d{4}-\\\\d{2}-\\\\d{2}$", format: date }',
        '  fitting5: { type: string, pattern: "^(?=.*a)(?=.*b)", maxLength: 2 }',
        '  fitting6: { type: string, pattern: "^(a)\\\\1$", minLength: 2 }',
        '  fitting7: { type: string, pattern: "^x$", format: unheard-of }',
      ),
      want: [
        contradiction('No text fits pattern ^x$ and minLength 2'),
        contradiction('No text fits pattern ^x{3,}$ and maxLength 2'),
        contradiction('No text fits pattern ^(red|green)$ and format date'),
        contradiction('No text fits pattern ^[a-z]+$ and format uuid'),
        contradiction('No text fits format date and maxLength 5'),
        contradiction('No text fits pattern ^a and pattern ^b'),
        'No text matches this pattern: correct it.',
        contradiction('No text fits pattern ^(?:..)*$ and minLength 3 and maxLength 3'),
      ],
    },
    {
      title: 'patterns that only all together leave no text',
      given: payload(
        'properties:',
        '  a: { type: string, pattern: ▸"^[ab]", allOf: [{ pattern: "^[bc]" }, { $ref: "#/$defs/ac" }] }',
        '  b: { type: string, allOf: [{ pattern: "a" }, { pattern: "b" }, { pattern: "^.c" }], maxLength: ▸2 }',
        '  c: { type: string, pattern: ▸"^(?:red|green|blue)$", allOf: [{ pattern: "e$|n" }, { pattern: "^r" }] }',
        `  d: { type: string, allOf: [${[...'abcdef'].map((letter) => `{ pattern: "^.{0,5}${letter}" }`).join(', ')}], pattern: ▸"^.{5}$" }`,
        '  fitting1: { type: string, pattern: "^[ab]", allOf: [{ pattern: "^[bc]" }, { pattern: "^[abc]" }] }',
        '  fitting2: { type: string, allOf: [{ pattern: "a" }, { pattern: "b" }, { pattern: "^.c" }], maxLength: 3 }',
        '  fitting3: { type: string, pattern: "^(?:red|green|blue)$", allOf: [{ pattern: "e$|d" }, { pattern: "^r" }] }',
        '$defs: { ac: { pattern: "^[ac]" } }',
      ),
      want: [
        contradiction('No text fits pattern ^[ab], pattern ^[bc] and pattern ^[ac]'),
        contradiction('No text fits pattern a, pattern b, pattern ^.c and maxLength 2'),
        contradiction('No text fits pattern ^(?:red|green|blue)$, pattern e$|n and pattern ^r'),
        contradiction('No text fits pattern ^.{5}$, pattern ^.{0,5}a, pattern ^.{0,5}b and 4 others'),
      ],
    },
    {
      title: 'conditions that leave nothing, whether they hold or not',
      given: payload(
        'properties:',
        '  a: { type: string, if: { minLength: 2 }, then: ▸false, else: false }',
        '  b: { type: string, if: { type: string }, then: ▸{ type: number } }',
        '  c: { if: true, then: ▸false }',
        '  d: { type: string, minLength: 1, if: { type: number }, else: ▸{ maxLength: 0 } }',
        '  e:',
        '    type: object',
        '    required: [x]',
        '    if: { required: [x] }',
        '    then: { properties: { x: { type: string, const: ▸1 } } }',
        '  fitting1: { type: string, if: { minLength: 2 }, then: false }',
        '  fitting2: { type: [string, number], if: { type: string }, then: { minLength: 1 } }',
        '  fitting3: { type: string, if: { minLength: 2 }, then: false, else: { maxLength: 1 } }',
        '  fitting4: { then: false, else: false }',
      ),
      want: [
        contradiction('No value fits then where the condition holds, nor else where it does not'),
        contradiction('The condition always holds, and no value fits then'),
        contradiction('The condition always holds, and no value fits then'),
        contradiction('The condition never holds, and no value fits else'),
        contradiction(otherKinds),
      ],
    },
    {
      title: 'properties that are required and cannot be there',
      given: payload(
        'properties:',
        '  a: { type: object, required: [x], dependentRequired: { x: [▸y] }, properties: { x: true, y: false } }',
        '  b: { type: object, required: [x], properties: { x: true }, dependentSchemas: { x: ▸false } }',
        '  c: { type: object, required: [x], properties: { x: true }, dependentSchemas: { x: ▸{ type: string } } }',
        '  d: { type: object, required: [▸long], propertyNames: { maxLength: 3 } }',
        '  e: { type: object, required: [▸x], additionalProperties: false, allOf: [{ properties: { x: true } }] }',
        '  f: { type: object, required: [▸x], patternProperties: { "^x": false } }',
        '  g: { type: object, not: { properties: { y: { const: 1 } }, required: [y] }, required: [▸y], unevaluatedProperties: false }',
        '  h: { type: object, required: [▸x], allOf: [{ properties: { x: { type: string } } }, { properties: { x: { type: number } } }] }',
        '  i: { type: object, propertyNames: { enum: [x] }, minProperties: ▸2 }',
        '  j: { type: object, properties: { x: { type: string, minLength: ▸2, maxLength: 1 } }, required: [x] }',
        '  fitting1: { type: object, required: [x], propertyNames: { maxLength: 3 }, dependentRequired: { y: [z] } }',
        '  fitting2: { required: [x], additionalProperties: false, allOf: [{ properties: { x: true } }] }',
        '  fitting3: { type: object, anyOf: [{ properties: { x: true } }, true], required: [x], unevaluatedProperties: false }',
        '  fitting4: { type: object, dependentSchemas: { x: false } }',
      ),
      want: [
        '"y" is required, but its schema allows nothing: correct one of them.',
        contradiction('"x" is required, and no object fits what dependentSchemas asks along with it'),
        contradiction('"x" is required, and no object fits what dependentSchemas asks along with it'),
        '"long" is required, but propertyNames refuses that name: correct one of them.',
        '"x" is required, but no property of that name is allowed: correct one of them.',
        '"x" is required, but its schema allows nothing: correct one of them.',
        '"y" is required, but unevaluatedProperties allows no property of that name: correct one of them.',
        '"x" is required, but no value fits all of its schemas: correct one of them.',
        contradiction('minProperties asks for 2, but there can be only 1'),
        contradiction('No text fits minLength 2 and maxLength 1'),
      ],
    },
    {
      title: 'items that are asked for and cannot be there',
      given: payload(
        'properties:',
        '  a: { type: array, contains: { type: string }, minContains: ▸3, maxItems: 2 }',
        '  b: { type: array, contains: ▸{ type: string }, maxItems: 0 }',
        '  c: { type: array, contains: true, maxContains: ▸1, minItems: 2 }',
        '  d: { type: array, contains: ▸{ type: string }, items: { type: number } }',
        '  e: { type: array, contains: true, maxContains: ▸0 }',
        '  f: { type: array, items: { type: boolean }, uniqueItems: true, minItems: ▸3 }',
        '  g: { type: array, items: { enum: [x, y] }, uniqueItems: true, minItems: ▸3 }',
        '  h: { type: array, items: { type: integer, minimum: 1, maximum: 3 }, uniqueItems: true, minItems: ▸4 }',
        '  i: { type: array, prefixItems: [true], unevaluatedItems: false, minItems: ▸2 }',
        '  j: { type: array, prefixItems: [true, false], minItems: ▸2 }',
        '  fitting1: { type: array, contains: { type: string }, minContains: 0, maxItems: 0 }',
        '  fitting2: { type: array, items: { enum: [x, y] }, uniqueItems: true, minItems: 2 }',
        '  fitting3: { type: array, minContains: 3, maxContains: 1 }',
        '  fitting4: { type: array, prefixItems: [{ type: string }], items: { type: number }, contains: { type: string } }',
        '  fitting5: { type: array, prefixItems: [true], items: { const: x }, uniqueItems: true, minItems: 2 }',
      ),
      want: [
        contradiction('minContains asks for 3, and maxItems allows 2'),
        contradiction('contains asks for an item, and maxItems allows 0'),
        contradiction('contains fits every item, and minItems 2 is over maxContains 1'),
        contradiction('contains asks for an item, but no item that fits the list fits contains'),
        contradiction('No list fits minContains 1 and maxContains 0'),
        contradiction('minItems asks for 3 different items, but there are only 2'),
        contradiction('minItems asks for 3 different items, but there are only 2'),
        contradiction('minItems asks for 4 different items, but there are only 3'),
        contradiction('minItems asks for 2, but there can be only 1'),
        contradiction('minItems asks for 2, but there can be only 1'),
      ],
    },
    {
      title: 'alternatives that exclude each other or everything',
      given: payload(
        'properties:',
        '  a: { not: ▸{} }',
        '  b: { type: string, minLength: 2, not: ▸{ type: string } }',
        '  c: { type: array, items: { type: string }, not: ▸{ items: { type: string } } }',
        '  d: { type: integer, not: ▸{ type: [number, "null"] } }',
        '  e: { type: string, minLength: 5, anyOf: ▸[{ maxLength: 3 }, { type: number }] }',
        '  f: { type: "null", oneOf: ▸[false, { not: { type: "null" } }] }',
        '  g: { type: boolean, not: ▸{ enum: [true, false] } }',
        '  h: { anyOf: [{ type: string, minLength: ▸3, maxLength: 1 }, false] }',
        '  fitting1: { type: string, minLength: 2, not: { type: string, minLength: 3 } }',
        '  fitting2: { type: [string, number], not: { type: string } }',
        '  fitting3: { type: object, properties: { x: true }, additionalProperties: false, not: { additionalProperties: false } }',
      ),
      want: [
        'This excludes every value: say what is excluded, or remove it.',
        contradiction('This excludes every value that the rest allows'),
        contradiction('This excludes every value that the rest allows'),
        contradiction('This excludes every value that the rest allows'),
        contradiction('No alternative of anyOf fits what else is asked here'),
        contradiction('No alternative of oneOf fits what else is asked here'),
        contradiction('This and what stands around it leave no value'),
        contradiction('No text fits minLength 3 and maxLength 1'),
      ],
    },
    {
      title: 'an object that would hold itself without end, once a circle',
      given: payload(
        'type: object',
        'required: [▸child]',
        'properties: { child: { $ref: "#/$defs/child" } }',
        '$defs:',
        '  child: { type: array, minItems: 1, items: { $ref: "#" } }',
      ),
      want: ['Every value of "child" would hold another without end: make it optional, or allow null.'],
    },
    {
      title: 'a value that would hold itself without end, whatever asks for it',
      given: payload(
        'properties:',
        ...[...'abcdefghij'].map((name) => `  ${name}: { $ref: "#/$defs/${name}" }`),
        ...['u', 'v', 'w', 'x'].map((name) => `  ${name}: { $ref: "#/$defs/${name}" }`),
        '$defs:',
        '  a: { type: object, minProperties: ▸1, additionalProperties: { $ref: "#/$defs/a" } }',
        '  b: { type: object, minProperties: ▸2, properties: { x: true, y: { $ref: "#/$defs/b" } }, patternProperties: { "^z": { $ref: "#/$defs/b" } }, additionalProperties: false }',
        '  c: { type: array, minItems: ▸1, items: { $ref: "#/$defs/c" } }',
        '  d: { type: array, contains: ▸{ $ref: "#/$defs/d" } }',
        '  e: { type: array, contains: ▸true, minContains: 2, prefixItems: [true, { $ref: "#/$defs/e" }] }',
        '  f: { type: array, minItems: ▸2, prefixItems: [true, { $ref: "#/$defs/f" }] }',
        '  g:',
        '    type: object',
        '    properties: { k: { type: string }, l: { type: object }, m: { type: object } }',
        '    if: { required: [k] }',
        '    then: { required: [▸l], properties: { l: { $ref: "#/$defs/g" } } }',
        '    else: { required: [m], properties: { m: { $ref: "#/$defs/g" } } }',
        '  h: { type: object, properties: { k: true }, required: [▸k], if: { minProperties: 2 }, then: { properties: { k: { $ref: "#/$defs/h" } } }, else: { properties: { k: { $ref: "#/$defs/h" } } } }',
        '  i: { allOf: [{ type: object, required: [▸k] }, { properties: { k: { $ref: "#/$defs/i" } } }] }',
        '  j: { type: object, oneOf: [{ required: [▸k], properties: { k: { $ref: "#/$defs/j" } } }, false] }',
        '  u: { type: object, minProperties: 1, properties: { x: true }, additionalProperties: { $ref: "#/$defs/u" } }',
        '  v: { type: array, minContains: 0, contains: { $ref: "#/$defs/v" }, items: { $ref: "#/$defs/v" } }',
        '  w: { type: [object, "null"], minProperties: 1, additionalProperties: { $ref: "#/$defs/w" } }',
        '  x: { type: object, properties: { k: { type: string }, l: true }, if: { required: [k] }, then: { required: [l], properties: { l: { $ref: "#/$defs/x" } } } }',
      ),
      want: [
        'Every property would hold another without end: ask for none, or allow null.',
        'Every property would hold another without end: ask for none, or allow null.',
        ...Array.from({ length: 4 }, () => 'Every item would hold another without end: ask for none, or allow null.'),
        ...['l', 'k', 'k', 'k'].map(
          (name) => `Every value of "${name}" would hold another without end: make it optional, or allow null.`,
        ),
      ],
    },
    {
      title: 'an object that would hold itself without end, by properties that are not listed',
      given: payload(
        'properties: { a: { $ref: "#/$defs/a" }, b: { $ref: "#/$defs/b" }, fitting: { $ref: "#/$defs/fitting" } }',
        '$defs:',
        '  a: { type: object, required: [▸next], patternProperties: { "^n": { $ref: "#/$defs/a" } } }',
        '  b: { type: object, required: [▸x-next], additionalProperties: { $ref: "#/$defs/b" } }',
        '  fitting: { type: object, required: [n], properties: { n: {} }, patternProperties: { "^m": { $ref: "#/$defs/fitting" } } }',
      ),
      want: ['next', 'x-next'].map(
        (name) => `Every value of "${name}" would hold another without end: make it optional, or allow null.`,
      ),
    },
    {
      title: 'lists and objects whose parts contradict each other about what must be there',
      given: payload(
        'properties:',
        '  a: { allOf: [{ type: array, items: { type: string }, minItems: ▸1 }, { items: { type: number } }] }',
        '  b: { allOf: [{ type: array, prefixItems: [true, { type: string }], minItems: ▸2 }, { items: { type: number } }] }',
        '  c: { type: array, items: { type: string, minLength: 2 }, contains: { minLength: 1 }, maxContains: ▸2, minItems: 3 }',
        '  d: { type: array, items: { type: string }, contains: { type: string }, minContains: 0, maxContains: ▸0, minItems: 1 }',
        '  e: { type: array, items: { type: integer, exclusiveMinimum: 0, exclusiveMaximum: 4 }, uniqueItems: true, minItems: ▸4 }',
        '  f: { type: object, minProperties: ▸2, properties: { a: true, b: true }, additionalProperties: false, propertyNames: { enum: [a, c] } }',
        '  fitting1: { allOf: [{ type: array, prefixItems: [true, { type: string }], minItems: 1 }, { items: { type: number } }] }',
        '  fitting2: { allOf: [{ type: array, items: { type: [string, number] }, minItems: 1 }, { items: { type: number } }] }',
        '  fitting3: { type: array, items: { type: string }, contains: { minLength: 1 }, maxContains: 2, minItems: 3 }',
        '  fitting4: { type: array, items: { type: integer, exclusiveMinimum: 0.5, exclusiveMaximum: 3.5 }, uniqueItems: true, minItems: 3 }',
        '  fitting5: { type: object, minProperties: 1, properties: { a: true, b: true }, additionalProperties: false, propertyNames: { enum: [a, c] } }',
      ),
      want: [
        contradiction('minItems asks for 1, but no item 0 fits all of its schemas'),
        contradiction('minItems asks for 2, but no item 1 fits all of its schemas'),
        contradiction('contains fits every item, and minItems 3 is over maxContains 2'),
        contradiction('contains fits every item, and minItems 1 is over maxContains 0'),
        contradiction('minItems asks for 4 different items, but there are only 3'),
        contradiction('minProperties asks for 2, but there can be only 1'),
      ],
    },
    {
      title: 'lists that cannot be without repetition',
      given: payload(
        'properties:',
        '  a: { type: array, prefixItems: [{ const: x }, { const: x }], uniqueItems: true, minItems: ▸2 }',
        '  b: { type: array, prefixItems: [{ enum: [x, y] }, { type: string }, { $ref: "#/$defs/xy" }, { pattern: "^[xy]$", type: string }], uniqueItems: true, minItems: ▸4 }',
        '  c: { type: array, items: { type: string, pattern: "^[ab]?$" }, uniqueItems: true, minItems: ▸4 }',
        '  d: { type: array, items: { type: [boolean, "null"] }, uniqueItems: true, minItems: ▸4 }',
        '  e: { allOf: [{ type: array, prefixItems: [true, { const: 1 }] }, { prefixItems: [{ type: integer, minimum: 1, maximum: 1 }] }], uniqueItems: true, minItems: ▸2 }',
        '  fitting1: { type: array, prefixItems: [{ const: x }, { const: x }], uniqueItems: true, minItems: 1 }',
        '  fitting2: { type: array, prefixItems: [{ enum: [x, y] }, { enum: [x, z] }, { enum: [y, z] }], uniqueItems: true, minItems: 3 }',
        '  fitting3: { type: array, prefixItems: [{ const: x }, { const: x }], minItems: 2 }',
        '  fitting4: { type: array, items: { type: string, pattern: "^[ab]?$" }, uniqueItems: true, minItems: 3 }',
        '  inside: { type: array, prefixItems: [true, true, true], items: { type: integer, minimum: ▸5, maximum: 1 }, uniqueItems: true, minItems: 2 }',
        '$defs: { xy: { enum: [y, x] } }',
      ),
      want: [
        contradiction('minItems asks for 2 different items, but the first 2 cannot all be different'),
        contradiction('minItems asks for 4 different items, but the first 4 cannot all be different'),
        contradiction('minItems asks for 4 different items, but there are only 3'),
        contradiction('minItems asks for 4 different items, but there are only 3'),
        contradiction('minItems asks for 2 different items, but the first 2 cannot all be different'),
        contradiction('No integer fits minimum 5 and maximum 1'),
      ],
    },
    {
      title: 'more properties than there are names for',
      given: payload(
        'properties:',
        '  a: { type: object, propertyNames: { pattern: "^[ab]$" }, minProperties: ▸3 }',
        '  b: { type: object, propertyNames: { pattern: "^a*$", maxLength: 2 }, minProperties: ▸4 }',
        '  c: { type: object, propertyNames: { maxLength: 0 }, minProperties: ▸2 }',
        '  d: { type: object, propertyNames: { enum: [x, y, 1] }, minProperties: ▸3 }',
        '  e: { type: object, propertyNames: { enum: [x, y] }, allOf: [{ propertyNames: { enum: [y, z] } }], minProperties: ▸2 }',
        '  f: { type: object, propertyNames: { enum: [x, y, z] }, properties: { x: false }, minProperties: ▸3 }',
        '  g: { type: object, patternProperties: { "^[ab]$": true }, properties: { c: true }, additionalProperties: false, minProperties: ▸4 }',
        '  h: { type: object, propertyNames: { minLength: 2, maxLength: 1 }, minProperties: ▸1 }',
        '  i: { type: object, properties: { x: { type: string, minLength: ▸2, maxLength: 1 } }, additionalProperties: false, minProperties: 1 }',
        '  fitting1: { type: object, propertyNames: { pattern: "^[ab]$" }, minProperties: 2 }',
        '  fitting2: { type: object, propertyNames: { pattern: "^[ab]" }, minProperties: 3 }',
        '  fitting3: { type: object, propertyNames: { maxLength: 1 }, minProperties: 300 }',
        '  fitting4: { type: object, patternProperties: { "^[ab]$": true, "^x": true }, additionalProperties: false, minProperties: 4 }',
        '  fitting5: { type: object, propertyNames: { maxLength: 0 }, minProperties: 1 }',
      ),
      want: [
        contradiction('minProperties asks for 3, but there can be only 2'),
        contradiction('minProperties asks for 4, but there can be only 3'),
        contradiction('minProperties asks for 2, but there can be only 1'),
        contradiction('minProperties asks for 3, but there can be only 2'),
        contradiction('minProperties asks for 2, but there can be only 1'),
        contradiction('minProperties asks for 3, but there can be only 2'),
        contradiction('minProperties asks for 4, but there can be only 3'),
        contradiction('minProperties asks for 1, but there can be only 0'),
        contradiction('No text fits minLength 2 and maxLength 1'),
      ],
    },
  ],
  'possible-type': [
    {
      title: 'a kind of values that type lists beside others, and that nothing of fits',
      given: payload(
        'properties:',
        '  a: { type: [string, "null"], minLength: ▸5, maxLength: 3 }',
        '  b: { type: [object, "null"], required: [▸x], properties: { x: false } }',
        '  c: { type: [object, "null"], required: [x], properties: { x: { type: [string, "null"], minLength: ▸2, maxLength: 1 } } }',
        '  fitting1: { type: [string, "null"], enum: [null] }',
        '  fitting2: { type: [string, number], not: { type: string } }',
        '  fitting3: { type: [string, number], if: { type: string }, then: false }',
      ),
      want: [
        contradiction('No text fits minLength 5 and maxLength 3'),
        '"x" is required, but its schema allows nothing: correct one of them.',
        contradiction('No text fits minLength 2 and maxLength 1'),
      ],
    },
  ],
  'distinct-alternative': [
    {
      title: 'alternatives of oneOf that are the same but for words',
      given: payload(
        'properties:',
        '  a: { oneOf: [{ type: string }, ▸{ type: string, description: Again. }] }',
        '  b: { oneOf: [{ type: string }, { type: number }, ▸{ type: string }] }',
      ),
      want: Array.from(
        { length: 2 },
        () => 'This accepts the same as alternative 1, and oneOf accepts what fits exactly one: remove it.',
      ),
    },
    {
      title: 'alternatives of oneOf that are the same by references',
      given: {
        ...payload(
          'properties:',
          '  a: { oneOf: [{ $ref: "#/$defs/text" }, ▸{ $ref: ../../types/copy.yaml }] }',
          '  b: { oneOf: [{ $ref: "#/$defs/text" }, { type: number }, ▸{ type: string, minLength: 1, title: Copy }] }',
          '  c: { oneOf: [{ $ref: "#/$defs/text" }, ▸{ $ref: "#/$defs/again" }] }',
          '  fitting: { oneOf: [{ $ref: "#/$defs/box" }, { $ref: ../../types/box.yaml }] }',
          '$defs:',
          '  text: { type: string, minLength: 1 }',
          '  again: { allOf: [{ $ref: "#/$defs/text" }] }',
          '  box: { type: object, required: [a], properties: { a: { $ref: "#/$defs/part" } }, additionalProperties: false }',
          '  part: { type: string }',
        ),
        'types/copy.yaml': 'description: Once more.\nminLength: 1\ntype: string\n',
        'types/box.yaml':
          'type: object\nrequired: [a]\nproperties: { a: { $ref: "#/$defs/part" } }\nadditionalProperties: false\n$defs: { part: { type: number } }\n',
      },
      want: Array.from(
        { length: 3 },
        () => 'This accepts the same as alternative 1, and oneOf accepts what fits exactly one: remove it.',
      ),
    },
    {
      title: 'alternatives of oneOf that another one covers',
      given: payload(
        'properties:',
        '  a: { oneOf: [▸{ type: integer }, { type: number }] }',
        '  b: { oneOf: [{ type: [string, "null"] }, ▸{ const: x }, ▸{ type: string, format: date }] }',
        '  c: { oneOf: [▸{ enum: [a, b] }, { enum: [a, b, c] }] }',
        '  d: { type: string, oneOf: [▸{ minLength: 2 }, { minLength: 1 }] }',
        '  e: { oneOf: [▸{ type: object, minProperties: 2 }, { type: object, minProperties: 1 }] }',
        '  f: { oneOf: [▸{ $ref: "#/$defs/small" }, { $ref: "#/$defs/large" }] }',
        '  g: { type: object, properties: { a: true, b: true }, oneOf: [▸{ required: [a, b] }, { required: [a] }] }',
        '  fitting1: { oneOf: [{ type: integer, minimum: 1 }, { type: number, maximum: 5 }] }',
        '  fitting2: { oneOf: [{ const: x }, { type: string, minLength: 2 }] }',
        '  fitting3: { type: object, properties: { a: true, b: true }, oneOf: [{ required: [a] }, { required: [b] }] }',
        '  fitting4: { oneOf: [{ type: string }, false] }',
        '  fitting5: { anyOf: [{ type: integer }, { type: number }] }',
        '$defs:',
        '  small: { type: array, maxItems: 2 }',
        '  large: { type: array, maxItems: 3 }',
      ),
      want: [2, 1, 1, 2, 2, 2, 2, 2].map(
        (other) =>
          `Whatever fits this fits alternative ${other} too, and oneOf accepts what fits exactly one: remove it, or write anyOf.`,
      ),
    },
  ],
  'representable-type': [
    {
      title: 'parts that multiply, once where they do',
      given: payload(
        'properties:',
        '  a: { $ref: "#/$defs/wide" }',
        '  b: { description: Again., allOf: [{ $ref: "#/$defs/wide" }, { required: [a0] }] }',
        '$defs:',
        '  wide:',
        '    allOf:',
        ...Array.from({ length: 17 }, (_, index) => [
          `      ${index === 0 ? '▸' : ''}- anyOf:`,
          `          - { type: object, properties: { a${index}: {} } }`,
          `          - { type: object, properties: { b${index}: {} } }`,
        ]).flat(),
      ),
      want: [
        'The parts of this multiply to over 100,000 alternatives, more than TypeScript holds: state type in each part, or offer fewer alternatives.',
      ],
    },
  ],
  'known-values-of-strings': [
    {
      title: 'known values of what is no text',
      given: payload('type: number', '▸x-known-values: [a]'),
      want: ['x-known-values needs type: string beside it: add it.'],
    },
  ],
  'existing-required': [
    {
      title: 'required names that are no property, in alternatives too',
      given: payload(
        'type: object',
        'properties: { name: { type: string } }',
        'required: [▸nme]',
        'anyOf: [{ required: [name] }, { required: [▸caption] }, { required: [▸fileName] }]',
      ),
      want: [
        'There is no property "nme". Did you mean "name"?',
        'There is no property "caption". Add it to properties, or remove it here.',
        'There is no property "fileName". Did you mean "name"?',
      ],
    },
    {
      title: 'required names in what parts and references describe together',
      given: {
        ...payload(
          'properties:',
          '  a: { allOf: [{ $ref: "#/$defs/base" }, { properties: { more: true } }], required: [id, more, ▸mor] }',
          '  b: { $ref: "#/$defs/base", required: [id, ▸ide] }',
          '  c: { type: object, required: [▸id] }',
          '  d: { allOf: [{ required: [id] }, { required: [▸at], properties: { id: true } }] }',
          '  e: { oneOf: [{ type: object, properties: { kind: true, more: { properties: { p: true }, required: [▸q] } } }] }',
          '  f: { $ref: ../../types/box.yaml, properties: { lid: true } }',
          '  g: { type: array, items: { type: object, properties: { p: true }, required: [▸q] } }',
          '  h: { type: object, properties: { p: true }, patternProperties: { "^x-": true }, required: [▸q] }',
          '  i: { $ref: "#/$defs/mixin" }',
          '$defs:',
          '  base: { type: object, properties: { id: true } }',
          '  mixin: { type: object, required: [▸id] }',
        ),
        'types/box.yaml': 'type: object\nproperties: { side: true }\nrequired: [side, lid, ▸hinge]\n',
      },
      want: [
        ['mor', ' Did you mean "more"?'],
        ['ide', ' Did you mean "id"?'],
        ['id'],
        ['at'],
        ['q'],
        ['q'],
        ['q'],
        ['id'],
        ['hinge'],
      ].map(([name, hint = ' Add it to properties, or remove it here.']) => `There is no property "${name}".${hint}`),
    },
    {
      title: 'nothing of required names that another schema of the object allows',
      given: payload(
        'properties:',
        '  a: { type: object, required: [x], additionalProperties: true }',
        '  b: { type: object, required: [x], properties: { y: true }, additionalProperties: { type: string } }',
        '  c: { type: object, required: [x-1], patternProperties: { "^x-": true } }',
        '  d: { type: object, required: [x], propertyNames: { enum: [x] } }',
        '  e: { type: object, properties: { x: true }, anyOf: [{ required: [x] }, { required: [y], properties: { y: true } }] }',
        '  f: { type: object, properties: { x: true }, not: { required: [y] } }',
        '  g: { type: object, properties: { x: true }, if: { required: [y] }, then: true }',
        '  h: { type: array, items: { type: object, properties: { x: true } }, contains: { required: [x] } }',
        '  i: { allOf: [{ $ref: "#/$defs/base" }, { properties: { part: { type: object, required: [p] } } }] }',
        '  j: { $ref: "#/$defs/base", required: [x] }',
        '  k: { type: object, properties: { x: true }, if: { properties: { y: true } }, then: { required: [y] } }',
        '  l: { allOf: [{ $ref: "#/$defs/mixin" }], properties: { x: true } }',
        '  m: { type: object, enum: [{ x: 1 }], required: [x] }',
        '$defs:',
        '  base: { type: object, properties: { x: true, part: { type: object, properties: { p: true } } } }',
        '  mixin: { type: object, required: [x] }',
      ),
      want: [],
    },
    {
      title: 'names that something depends on and that are no property',
      given: payload(
        'properties:',
        '  a: { type: object, properties: { card: true, billing: true }, dependentRequired: { card: [▸biling], ▸crad: [billing] } }',
        '  b: { type: object, properties: { card: true }, dependentSchemas: { ▸crd: true, card: { required: [▸at] } } }',
        '  c: { allOf: [{ properties: { card: true } }, { dependentRequired: { card: [more] }, properties: { more: true } }] }',
        '  d: { type: object, dependentRequired: { x: [y] }, dependentSchemas: { z: true }, additionalProperties: true }',
        '  e: { type: object, properties: { x: true }, not: { dependentRequired: { y: [z] } } }',
        '  f: { type: object, dependentSchemas: { x: { properties: { x: true } } } }',
      ),
      want: [
        'There is no property "biling". Did you mean "billing"?',
        'There is no property "crad". Did you mean "card"?',
        'There is no property "crd". Did you mean "card"?',
        'There is no property "at". Add it to properties, or remove it here.',
      ],
    },
  ],
  'valid-example': [
    {
      title: 'examples that the schema rejects, inside the example',
      given: message(
        [
          'examples:',
          '  - { title: A, payload: { id: ▸"5", ▸clor: red } }',
          '  - { title: B, payload: { id: 5, at: ▸noon } }',
          '  - { title: C, payload: ▸{} }',
        ],
        'type: object',
        'properties:',
        '  id: { type: integer }',
        '  color: { type: string }',
        '  at: { type: string, format: date-time, examples: [▸later] }',
        'required: [id]',
        'additionalProperties: false',
      ),
      want: [
        'This example does not fit its schema: an integer is expected here, not the string "5". Remove the quotes.',
        'This example does not fit its schema: the schema has no property "clor". Did you mean "color"?',
        'This example does not fit its schema: "noon" is no date-time: write it like 2026-02-28T13:30:00Z.',
        'This example does not fit its schema: "id" is missing here: add it.',
        'This example does not fit its schema: "later" is no date-time: write it like 2026-02-28T13:30:00Z.',
      ],
    },
    {
      title: 'of alternatives, the one that fits best',
      given: message(
        [
          'examples:',
          '  - { title: A, payload: { kind: square, edge: ▸"1" } }',
          '  - { title: B, payload: { kind: ▸sqare } }',
          '  - { title: C, payload: ▸5 }',
          '  - { title: D, payload: [▸1] }',
        ],
        'oneOf:',
        '  - { type: object, required: [kind], properties: { kind: { const: circle }, radius: { type: number } } }',
        '  - { type: object, required: [kind], properties: { kind: { const: square }, edge: { type: number } } }',
        '  - { type: array, items: { type: string } }',
      ),
      want: [
        'This example does not fit its schema: a number is expected here, not the string "1". Remove the quotes.',
        'This example does not fit its schema: "sqare" is not one of "circle", "square". Did you mean "square"?',
        'This example does not fit its schema: a mapping or a list is expected here, not the number 5.',
        'This example does not fit its schema: a string is expected here, not the number 1. Put it in quotes.',
      ],
    },
  ],
  'valid-default': [
    {
      title: 'a default that a condition refuses by what it leaves over, with patterns around it',
      given: payload(
        'patternProperties: { "^x-": { type: string } }',
        'if: { required: [a] }',
        'then: { unevaluatedProperties: { type: string } }',
        'examples: [{ x-1: red }, { x-1: red, b: 1 }, { a: red, x-1: red }]',
        'default: { a: red, x-1: ▸1 }',
      ),
      want: ['This default does not fit its schema: a string is expected here, not the number 1. Put it in quotes.'],
    },
    {
      title: 'defaults of the wrong type, or beyond the limits',
      given: payload(
        'properties:',
        '  a: { type: integer, default: ▸"1" }',
        '  b: { type: string, minLength: 3, default: ▸ab }',
        '  c: { type: integer, format: date-time, minLength: 3, default: ▸x }',
      ),
      want: [
        'This default does not fit its schema: an integer is expected here, not the string "1". Remove the quotes.',
        'This default does not fit its schema: this text is shorter than 3 characters: write more.',
        'This default does not fit its schema: an integer is expected here, not the string "x".',
      ],
    },
  ],
  'valid-known-value': [
    {
      title: 'a known value that the schema rejects',
      given: payload('type: string', 'maxLength: 3', 'x-known-values: [one, ▸three]'),
      want: ['This known value does not fit its schema: this text is longer than 3 characters: shorten it.'],
    },
  ],
  'possible-value': [
    {
      title: 'values of an enum that another keyword rules out',
      given: payload('type: [string, integer]', 'minimum: 5', 'enum: [a, ▸1, 7, ▸true]'),
      want: [
        'This value can never occur: 1 is less than the minimum: write 5 or more.',
        'This value can never occur: a string or an integer is expected here, not the boolean true. Put it in quotes.',
      ],
    },
  ],
  'checkable-payload': [
    {
      title: 'a pattern that takes too long on an example, where no analysis foretells it',
      given: message(
        [`examples: [{ title: Long, payload: ▸${'a'.repeat(60)} }]`],
        'type: string',
        'pattern: ^(?:.*a){12}b$',
      ),
      want: ['The pattern ^(?:.*a){12}b$ takes too long on this text: simplify it.'],
    },
  ],
  [moreProblems]: [
    {
      title: 'how many problems of a file are left out',
      given: payload(
        'properties:',
        ...Array.from({ length: 30 }, (_, index) => `  p${index}: { ${index > 20 ? '' : '▸'}typ: string }`),
      ),
      want: [
        ...Array.from({ length: 20 }, () => '"typ" is not known here. Did you mean "type"?'),
        '10 more errors of this file are not shown: solve those above first.',
      ],
    },
  ],
};

/** Takes the marks out of a catalog's files, and tells their places, in the order in which problems are told. */
function withoutMarks(given: CatalogFiles): { files: CatalogFiles; places: string[] } {
  const files: Record<string, string | Uint8Array> = {};
  const places: string[] = [];
  for (const [marked, content] of Object.entries(given).sort(([a], [b]) => (plainText(a) < plainText(b) ? -1 : 1))) {
    const path = plainText(marked);
    files[path] = typeof content === 'string' ? plainText(content) : content;
    if (typeof content !== 'string') continue;
    for (const [number, line] of content.split('\n').entries()) {
      const [before = '', ...rest] = line.split('▸');
      let column = before.length + 1;
      for (const part of rest) {
        places.push(`${path}:${number + 1}:${column}`);
        column += part.length;
      }
    }
  }
  return { files, places };
}

const plainText = (marked: string): string => marked.replaceAll('▸', '');

describe.each([...ruleSentences])('%s: %s', (rule) => {
  it.each(broken[rule] ?? [])('tells $title', { timeout: 30_000 }, async ({ given, want }) => {
    const { files, places } = withoutMarks(given);
    const isShown = (text: string): boolean => rule === moreProblems && !text.includes('more errors');
    const told = want.map((text, index) => `${places[index]} ${isShown(text) ? 'known-keyword' : rule}: ${text}`);
    expect(await diagnose(files)).toEqual(told);
    expect(places).toHaveLength(want.length);
  });

  it('has a row above', () => expect(broken[rule]?.length).toBeGreaterThan(0));
});
