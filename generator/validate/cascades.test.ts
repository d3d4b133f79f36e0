import { describe, expect, it } from 'vitest';
import type { CatalogTexts } from '../testing/catalog-texts.js';
import { diagnose } from '../testing/diagnose.js';

const message = (name: string, ...lines: readonly string[]): CatalogTexts => ({
  [`messages/${name}.yaml`]: [`name: ${name}`, 'description: Does it.', ...lines, ''].join('\n'),
});

/** Catalogs with more than one mistake, or with one that could be taken for several. */
const rows: readonly { title: string; given: CatalogTexts; want: readonly string[] }[] = [
  {
    title: 'A broken file hides neither the rules nor the examples of others, and nothing that names it is a mistake.',
    given: {
      ...message('broken', 'payload: a: b'),
      ...message(
        'whole',
        'outcome: broken',
        'emits: [absent]',
        'examples: [{ title: A, payload: 5 }]',
        'payload: { type: string }',
      ),
    },
    want: [
      'messages/broken.yaml:3:10 yaml-syntax',
      'messages/whole.yaml:4:9 known-message',
      'messages/whole.yaml:5:33 valid-example',
    ],
  },
  {
    title: 'References into a broken file are no mistakes, and what uses it is not checked against it.',
    given: {
      ...message(
        'whole',
        'examples: [{ title: A, payload: 5 }]',
        'payload: { $ref: ../types/broken.yaml#/$defs/part }',
      ),
      'types/broken.yaml': 'type: [object\n',
    },
    want: ['types/broken.yaml:1:7 yaml-syntax'],
  },
  {
    title: 'References to a part that a misspelt keyword hides are no mistakes.',
    given: {
      ...message('whole', 'payload: { $ref: ../types/typo.yaml#/$defs/part }'),
      'types/typo.yaml': 'defs: { part: { type: string } }\n',
    },
    want: ['types/typo.yaml:1:1 known-keyword'],
  },
  {
    title: 'A mistake in the structure of a file leaves the rest of it to the rules.',
    given: message(
      'whole',
      'outcom: other',
      'emits: [absent]',
      'payload: { type: object, properties: { a: 5 }, required: [a, b] }',
    ),
    want: [
      'messages/whole.yaml:3:1 known-keyword',
      'messages/whole.yaml:4:9 known-message',
      'messages/whole.yaml:5:43 structure',
    ],
  },
  {
    title: 'A mistake in one schema hides nothing of those beside it.',
    given: message(
      'whole',
      'payload:',
      '  properties:',
      '    a: { type: integer, default: x }',
      '    b: { typ: string }',
      "    c: { $ref: '#/$defs/absent', default: x }",
      "    d: { type: string, pattern: '[', default: 1 }",
      '    e: { allOf: [{ type: string }, { type: integer }] }',
      '    f: { $ref: ../types/absent.yaml }',
      '    g: { anyOf: [{ $ref: "#/properties/f" }, { $ref: "#/properties/a" }], default: [] }',
      "    h: { $ref: '#/$defs/short', default: long }",
      '  $defs: { short: { type: string, maxLength: 1 } }',
    ),
    want: [
      'messages/whole.yaml:6:10 known-keyword',
      'messages/whole.yaml:7:16 resolvable-reference',
      'messages/whole.yaml:8:33 valid-pattern',
      'messages/whole.yaml:10:16 resolvable-reference',
    ],
  },
  {
    title: 'What a list repeats hides none of its other items; a list with a wrong item is left out.',
    given: {
      ...message('other', 'payload: true'),
      ...message(
        'whole',
        'emits: [other, other, absent]',
        'examples: [{ payload: 1 }, { title: B, payload: 5 }, { title: C }]',
        'payload: { type: string }',
      ),
    },
    want: [
      'messages/whole.yaml:3:16 structure',
      'messages/whole.yaml:3:23 known-message',
      'messages/whole.yaml:4:12 structure',
      'messages/whole.yaml:4:54 structure',
    ],
  },
  {
    title: 'A misspelt key is reported, and not that the right one is missing.',
    given: {
      'messages/whole.yaml': 'name: whole\ndescription: Does it.\npayloda: true\n',
      'messages/other.yaml': 'name: other\ndescription: Does it.\nmood: good\n',
    },
    want: [
      'messages/other.yaml:1:1 structure',
      'messages/other.yaml:3:1 known-keyword',
      'messages/whole.yaml:3:1 known-keyword',
    ],
  },
  {
    title:
      'A part that its owner cannot do without takes the owner along, and the rest of the file is left to the rules.',
    given: message('whole', 'outcome: absent', 'retry: { attempts: five }', 'payload: { type: object }'),
    want: ['messages/whole.yaml:3:10 known-message', 'messages/whole.yaml:4:20 structure'],
  },
  {
    title: 'A message without a name is known by its file.',
    given: {
      'messages/nameless.yaml': 'description: Does it.\npayload: true\n',
      ...message('whole', 'outcome: nameless', 'payload: true'),
    },
    want: ['messages/nameless.yaml:1:1 structure'],
  },
  {
    title: 'An example is not held against a schema that is wrong itself.',
    given: message(
      'whole',
      'examples: [{ title: A, payload: { id: 5 } }]',
      'payload: { type: object, properties: { id: { type: strng } } }',
    ),
    want: ['messages/whole.yaml:4:52 structure'],
  },
  {
    title: 'No value is checked against a schema with a part that is none, and those in schemas beside it are.',
    given: {
      ...message(
        'whole',
        'examples: [{ title: A, payload: { a: 1, b: 2, c: 3 } }]',
        'payload:',
        '  properties: { a: 5, b: { type: string }, c: { $ref: "#/$defs/d" }, e: { type: string, default: 1 } }',
        '  $defs: { d: string }',
      ),
      ...message('other', 'examples: [{ title: A, payload: { a: 1, b: 2 } }]', 'payload: { $ref: whole.yaml }'),
    },
    want: ['messages/whole.yaml:5:20 structure', 'messages/whole.yaml:6:15 structure'],
  },
  {
    title: 'An example is held against no schema that accepts less for a part that is none.',
    given: message(
      'whole',
      'examples: [{ title: A, payload: { a: [1, 2, 3], b: 1, c: 1, d: 1, e: { x: 1 } } }]',
      'payload:',
      '  properties:',
      '    a: { type: array, contains: 5, maxContains: 2 }',
      '    b: { not: string }',
      '    c: { oneOf: [string, true] }',
      '    d: { if: 5, then: { type: string } }',
      '    e: { allOf: [string], unevaluatedProperties: false }',
    ),
    want: ['6:33', '7:15', '8:18', '9:14', '10:18'].map((place) => `messages/whole.yaml:${place} structure`),
  },
  {
    title: 'What refers to a part that is no schema is held against no value.',
    given: {
      ...message(
        'whole',
        'examples: [{ title: A, payload: text }]',
        'payload:',
        '  oneOf: [{ $ref: "#/$defs/broken" }, { $ref: ../types/box.yaml#/$defs/broken }, { type: number }]',
        '  $defs: { broken: 5, sound: true }',
        '  properties: { a: { $ref: "#/$defs/sound", type: string, default: 5 } }',
      ),
      'types/box.yaml': '$defs: { broken: [a] }\n',
    },
    want: ['messages/whole.yaml:6:20 structure', 'types/box.yaml:1:18 structure'],
  },
  {
    title: "What is left of a schema with a misspelt keyword accepts everything, which is nobody's mistake.",
    given: message(
      'whole',
      'payload:',
      '  properties:',
      '    a: { oneOf: [{ typ: string }, { typ: number }] }',
      '    b: { not: { typ: string } }',
      '    c: { if: { typ: string }, then: false }',
      '    d: { type: array, prefixItem: [true, true], items: false, minItems: 2 }',
      '    e: { oneOf: [{ $ref: "#/$defs/typo" }, { type: string }, { type: string }] }',
      '    f: { type: strng, x-known-values: [a] }',
      '  $defs: { typo: { not: { typ: string } } }',
    ),
    want: [
      '5:20 known-keyword',
      '5:37 known-keyword',
      '6:17 known-keyword',
      '7:16 known-keyword',
      '8:23 known-keyword',
      '10:16 structure',
      '11:27 known-keyword',
    ].map((place) => `messages/whole.yaml:${place}`),
  },

  {
    title: 'A list of a schema that repeats an item is one error.',
    given: message(
      'whole',
      'examples: [{ title: A, payload: { a: 5 } }]',
      'payload:',
      '  properties:',
      '    a: { type: [object, object], default: c }',
      '    b: { type: [string, "null", string], default: 5 }',
      '    c: { required: [x, y, x], properties: { x: true, y: true }, default: { x: 1 } }',
    ),
    want: ['6:25 structure', '7:33 structure', '8:27 structure'].map((place) => `messages/whole.yaml:${place}`),
  },
  {
    title: 'A name that is none hides nothing of its file, and who names what it is likely to be makes no mistake.',
    given: {
      'messages/Foo Bar.yaml': [
        'name: Foo Bar',
        'description: Does it.',
        'outcome: absent',
        'examples: [{ title: A, payload: 5 }]',
        'payload: { type: string, default: 4 }',
        '',
      ].join('\n'),
      'messages/a/do-it.yaml': 'description: Does it.\noutcome: foo-bar\npayload: true\n',
      'messages/b/do-it.yaml': 'name: do-it\ndescription: Does it.\npayload: true\n',
      'messages/日本.yaml': 'name: 日本\ndescription: Does it.\npayload: { type: string, default: 4 }\n',
    },
    want: [
      'messages/Foo Bar.yaml:1:7 structure',
      'messages/Foo Bar.yaml:3:10 known-message',
      'messages/Foo Bar.yaml:4:33 valid-example',
      'messages/a/do-it.yaml:1:1 structure',
      'messages/日本.yaml:1:7 structure',
    ],
  },

  {
    title: 'A file that is no YAML reports its syntax alone, and what refers to it or names it is not known.',
    given: {
      ...message('broken', 'payload: { type: [object }', 'outcome: absent'),
      ...message('whole', 'outcome: broken', 'payload: { $ref: broken.yaml#/$defs/any, default: 5 }'),
      'types/Bag.yaml': 'description: A bag: of things.\n',
      'catalog.yaml':
        'title: Demo: more\nversio: 1.0.0\nlint: { rules: { read-file: { off: true, reason: later } } }\n',
      'b.yaml': '',
    },
    want: ['catalog.yaml:1:8 yaml-syntax', 'messages/broken.yaml:3:18 yaml-syntax', 'types/Bag.yaml:1:14 yaml-syntax'],
  },
  {
    title: 'A list where a mapping belongs, with keys behind it, is one mistake.',
    given: message('whole', 'payload:', '  properties:', '    - a', '    a: { type: string }', '  type: object'),
    want: ['messages/whole.yaml:6:5 yaml-syntax'],
  },

  {
    title: 'A name that was copied from another file is one mistake, and a merge conflict is one.',
    given: {
      ...message('whole', 'payload: true'),
      'messages/copy.yaml': 'name: whole\ndescription: Does it.\npayload: true\n',
      ...message('merged', 'outcome: absent', '<<<<<<< HEAD', 'payload: 5', '=======', 'payload: 6', '>>>>>>> other'),
    },
    want: ['messages/copy.yaml:1:7 file-name', 'messages/merged.yaml:4:1 yaml-syntax'],
  },
  {
    title: 'What is not read is reported beside the mistake of who misses it.',
    given: {
      ...message('whole', 'outcome: other', 'payload: true'),
      'messages/other.YAML': 'name: other\ndescription: Does it.\npayload: true\n',
      'message/other.yaml': 'name: other\ndescription: Does it.\npayload: true\n',
      'catalog.yaml': [
        'title: Demo',
        'version: 1.0.0',
        'lint: { rules: { read-file: { except: [{ path: types/.x.yaml, reason: later }] } } }',
        '',
      ].join('\n'),
      'types/.x.yaml': 'true\n',
    },
    want: ['message:1:1 read-file', 'messages/other.YAML:1:1 read-file', 'messages/whole.yaml:3:10 known-message'],
  },
  {
    title: 'Wrong parts are left out: a list with a wrong item as a whole, a mapping without what it requires too.',
    given: message(
      'whole',
      'emits: [absent, Foo Bar, 5, whole]',
      'deprecated: { since: one, replacedBy: gone }',
      'examples: [{ title: 5, payload: 5 }]',
      'payload: { type: string }',
    ),
    want: ['3:17 structure', '3:26 structure', '4:22 structure', '5:21 structure'].map(
      (place) => `messages/whole.yaml:${place}`,
    ),
  },
  {
    title: 'A mistake in one alternative hides none in the others.',
    given: message(
      'whole',
      'payload:',
      '  oneOf:',
      '    - { type: object, properties: { kind: { type: strng } }, required: [kind] }',
      '    - { type: object, properties: { name: { type: string, default: 1 } } }',
    ),
    want: ['messages/whole.yaml:5:51 structure'],
  },
  {
    title: 'Who names a message by its file, which has another name, makes no mistake.',
    given: {
      'messages/a.yaml': 'name: b\ndescription: Does it.\npayload: true\n',
      ...message('whole', 'emits: [a, b]', 'payload: true'),
    },
    want: ['messages/a.yaml:1:7 file-name'],
  },
  {
    title: 'A schema with a mistake in a property refuses no example.',
    given: message(
      'whole',
      'examples: [{ title: A, payload: { a: 1, b: 2 } }]',
      'payload:',
      '  type: object',
      '  properties: { a: { type: string }, b: { typ: string, minimum: 3 } }',
    ),
    want: ['6:43 known-keyword'].map((place) => `messages/whole.yaml:${place}`),
  },

  {
    title: 'Two mistakes of one file are reported together where neither follows from the other.',
    given: message('whole', 'outcome: absent', 'examples: [{ title: A, payload: 5 }]', 'payload: { type: string }'),
    want: ['messages/whole.yaml:3:10 known-message', 'messages/whole.yaml:4:33 valid-example'],
  },
  {
    title: 'A key that is missing only because it is misspelt is one mistake, in a file and in an example.',
    given: {
      'messages/whole.yaml': [
        'name: whole',
        'descripton: Does it.',
        'examples: [{ title: A, payload: { widht: 5 } }]',
        'payload: { required: [width, at], properties: { width: true, at: true }, additionalProperties: false }',
        '',
      ].join('\n'),
    },
    want: [
      'messages/whole.yaml:2:1 known-keyword',
      'messages/whole.yaml:3:33 valid-example',
      'messages/whole.yaml:3:35 valid-example',
    ],
  },
  {
    title: 'A circle of two references is one mistake.',
    given: message(
      'whole',
      'payload: { $ref: "#/$defs/a", $defs: { a: { $ref: "#/$defs/b" }, b: { $ref: "#/$defs/a" } } }',
    ),
    want: ['messages/whole.yaml:3:51 finite-reference'],
  },
  {
    title: 'One line with two colons is one mistake.',
    given: message('whole', 'payload: true', 'outcome: a: b: c: d'),
    want: ['messages/whole.yaml:4:10 yaml-syntax'],
  },
  {
    title: 'What follows an unclosed quote is not reported: it may mean something else.',
    given: {
      'messages/whole.yaml': 'name: whole\ndescription: "Does it.\n  : @x\n  [\npayload: @x\nemits: [a\n',
    },
    want: ['messages/whole.yaml:2:14 yaml-syntax'],
  },
  {
    title: 'Files are reported in the order of their paths, problems in the order of their lines.',
    given: {
      ...message('b', 'payload: { typ: 1, item: 1 }'),
      ...message('a', 'payload: { typ: 1 }'),
      'types/a.yaml': 'typ: 1\n',
      'catalog.yaml': 'title: Demo\nversion: one\n',
    },
    want: [
      'catalog.yaml:2:10 structure',
      'messages/a.yaml:3:12 known-keyword',
      'messages/b.yaml:3:12 known-keyword',
      'messages/b.yaml:3:20 known-keyword',
      'types/a.yaml:1:1 known-keyword',
    ],
  },
];

describe('One run reports every mistake once', () => {
  it.each(rows)('$title', ({ given, want }) => {
    const reported = diagnose(given);
    expect(reported.map((line) => line.slice(0, line.indexOf(': ')))).toEqual(want);
  });
});
