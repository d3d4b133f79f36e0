import { message, messagePath, payload, plain, testRule, type RuleRow } from '../testing/rule-tests.js';

const noType = (word: string): string =>
  `"${word}" is not one of "null", "boolean", "integer", "number", "string", "array", "object".`;

/** One broken catalog a row, by the rule that it breaks; those of `rules/` have their rows beside them. */
const broken: Readonly<Record<string, readonly RuleRow[]>> = {
  'yaml-syntax': [
    {
      title: 'a bracket that is not closed',
      given: { [messagePath]: 'name: do-it\ndescription: ▸[a, b\npayload: true\n' },
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
  structure: [
    {
      title: 'an empty file',
      given: { [messagePath]: '▸' },
      want: ['A mapping is expected here, not nothing.'],
    },
    {
      title: 'a switch that is no switch, and one that says nothing',
      given: {
        'catalog.yaml':
          'title: Demo\nversion: 1.0.0\nlint: { rules: { secret-marked: { off: ▸false, reason: x }, ▸used-type: {} } }\n',
        ...plain('do-it'),
      },
      want: ['Only true may stand here, not false. Remove the key.', 'This mapping has fewer than 1 key: add more.'],
    },
    {
      title: 'missing keys, and values of the wrong type',
      given: { [messagePath]: '▸name: do-it\nretry: { attempts: ▸"3" }\npayload: ▸5\n' },
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
        '1.10 does not fit here: Version of the client package (Semantic Versioning 2.0.0). Did you mean "1.10.0"?',
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
        'A string is expected here, not a list.',
      ],
    },
    {
      title: 'a name of a package in the wrong case, whose scope a hint keeps',
      given: {
        'catalog.yaml': 'title: Demo\nversion: 1.0.0\npackage: { name: ▸"@Acme/x" }\n',
        ...plain('do-it'),
      },
      want: [
        '"@Acme/x" does not fit here: Name of the package. Default: the title in kebab-case, with -client. Did you mean "@acme/x"?',
      ],
    },
    {
      title: 'a licence that is no SPDX expression',
      given: {
        'catalog.yaml': 'title: Demo\nversion: 1.0.0\npackage: { license: ▸Apache 2.0 }\n',
        ...plain('do-it'),
      },
      want: [
        '"Apache 2.0" does not fit here: SPDX expression of the licence (https://spdx.org/licenses/), UNLICENSED, or SEE LICENSE IN and the name of a file that the package gets: LICENSE or LICENCE, with any ending. Default: UNLICENSED. Write it like "Apache-2.0".',
      ],
    },
    {
      title: 'a name that is none',
      given: { [messagePath]: 'name: ▸Do It\ndescription: Does it.\npayload: true\n' },
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
      title: 'a payload that was forgotten, and one whose keywords stand beside the name',
      given: {
        'messages/a.yaml': '▸name: a\ndescription: Does it.\n',
        'messages/b.yaml':
          '▸name: b\ndescription: Does it.\ntype: object\nproperties: { a: { type: string } }\nrequired: [a]\nexamples: [{ a: b }]\ndeprecated: true\n$defs: {}\n',
      },
      want: Array.from(
        { length: 2 },
        () => '"payload" is missing here: add it, and put the JSON Schema of what is sent below it, indented.',
      ),
    },
    {
      title: 'another draft, at any depth, but no spelling of 2020-12, and not the schema of type files',
      given: {
        ...payload(
          '$schema: ▸http://json-schema.org/draft-07/schema#',
          'properties: { a: { $schema: ▸"https://json-schema.org/draft/2019-09/schema" } }',
          '$defs: { b: { $schema: "http://json-schema.org/draft/2020-12/schema#" } }',
        ),
        'types/box.json': '{ "$schema": "../../generator/schemas/type.schema.json", "type": "object" }',
      },
      want: ['http://json-schema.org/draft-07/schema#', 'https://json-schema.org/draft/2019-09/schema'].map(
        (uri) =>
          `"${uri}" does not fit here: The dialect: JSON Schema 2020-12, as without it. In a schema of another one, definitions become $defs, items with a list prefixItems, and dependencies dependentRequired or dependentSchemas. Write it like "https://json-schema.org/draft/2020-12/schema".`,
      ),
    },
    {
      title: 'a list of items as older drafts have it',
      given: payload('properties: { a: { items: ▸[true] } }'),
      want: ['A mapping or a boolean is expected here, not a list. Write prefixItems for a tuple.'],
    },
  ],
  'known-keyword': [
    {
      title: 'a misspelt key, and one that means nothing',
      given: message(['▸outcom: do-that', '▸nonsense: 1'], 'type: object'),
      want: [
        '"outcom" is not known here. Did you mean "outcome"?',
        '"nonsense" is not known here. Remove it, or correct its name.',
      ],
    },
    {
      title: 'the rest of a text without quotes',
      given: message(['deprecated: { since: 1.0.0, reason: Slow, ▸use another }'], 'true'),
      want: ['"use another" is not known here. If it belongs to the text before it, put that text in quotes.'],
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
        '  at: { type: string, format: date-time }',
        'required: [id]',
        'additionalProperties: false',
      ),
      want: [
        'This example does not fit its schema: an integer is expected here, not the string "5". Remove the quotes.',
        'This example does not fit its schema: the schema has no property "clor". Did you mean "color"?',
        'This example does not fit its schema: "noon" is no date-time: write it like 2026-02-28T13:30:00Z.',
        'This example does not fit its schema: "id" is missing here: add it.',
      ],
    },
    {
      title: 'properties that an open object accepts, and no schema names',
      given: message(
        ['examples: [{ title: A, payload: { ▸previwType: x, in: { ▸y: 1 }, free: { z: 1 } } }]'],
        'type: object',
        'required: [previewType]',
        'properties: { previewType: { type: string }, in: { properties: { a: {} } }, free: { type: object } }',
      ),
      want: [
        'This example does not fit its schema: the schema has no property "previwType". Did you mean "previewType"?',
        'This example does not fit its schema: the schema has no property "y". Remove it, or add it to the schema.',
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
};

for (const [id, rows] of Object.entries(broken)) testRule(id, rows);
