import { describe, expect, it } from 'vitest';
import type { Path } from '../json.js';
import { addKeywords, type Addition } from './add-keywords.js';

const secretAt = (path: Path): Addition => ({ path, keyword: 'x-secret', value: true });

interface Case {
  readonly what: string;
  readonly path: Path;
  readonly given: string;
  readonly want: string;
}

const cases: readonly Case[] = [
  {
    what: 'at the end of a mapping, before what follows',
    path: ['key'],
    given: 'key:\n  type: string\nother:\n  type: number\n',
    want: 'key:\n  type: string\n  x-secret: true\nother:\n  type: number\n',
  },
  {
    what: 'behind a comment on the last line, before comments of the next key',
    path: ['key'],
    given: '# first\nkey: # of key\n  type: string   # of type\n\n  # dangling\n\n# of other\nother: 1\n',
    want: '# first\nkey: # of key\n  type: string   # of type\n  x-secret: true\n\n  # dangling\n\n# of other\nother: 1\n',
  },
  {
    what: 'where the last line has no line break',
    path: ['key'],
    given: 'key:\n    type: string # end',
    want: 'key:\n    type: string # end\n    x-secret: true',
  },
  {
    what: 'behind the last entry of one line, where a text or a schema follows',
    path: ['key'],
    given:
      'key:\n  type: array # t\n  items:\n    type: string\n  description: >-\n    one\n    two\n\n# c\nother: 1\n',
    want: 'key:\n  type: array # t\n  x-secret: true\n  items:\n    type: string\n  description: >-\n    one\n    two\n\n# c\nother: 1\n',
  },
  {
    what: 'in a mapping that starts behind a dash',
    path: ['allOf', 1],
    given: 'allOf:\n  - type: string\n  - type: string\n    minLength: 1\n  - true\n',
    want: 'allOf:\n  - type: string\n  - type: string\n    minLength: 1\n    x-secret: true\n  - true\n',
  },
  {
    what: 'with the line ends of the text',
    path: ['key'],
    given: 'key:\r\n  type: string # c\r\n  description: |-\r\n    one\r\nother: 1\r\n',
    want: 'key:\r\n  type: string # c\r\n  x-secret: true\r\n  description: |-\r\n    one\r\nother: 1\r\n',
  },
  {
    what: 'with the line end of the line above, where they differ',
    path: ['key'],
    given: 'other: 1\r\nkey:\n  type: string\n\nlast: 1\r\n',
    want: 'other: 1\r\nkey:\n  type: string\n  x-secret: true\n\nlast: 1\r\n',
  },
  {
    what: 'with the line ends of a text that ends without one',
    path: ['key'],
    given: 'key:\r\n  type: string',
    want: 'key:\r\n  type: string\r\n  x-secret: true',
  },
  {
    what: 'in braces on one line',
    path: ['key'],
    given: 'key: { type: string, description: "a, b }" } # c\n',
    want: 'key: { type: string, description: "a, b }", x-secret: true } # c\n',
  },
  { what: 'in empty braces', path: ['key'], given: 'key: {}\n', want: 'key: {x-secret: true}\n' },
  {
    what: 'in empty braces with a space',
    path: ['key'],
    given: 'key: { } # c\n',
    want: 'key: { x-secret: true } # c\n',
  },
  {
    what: 'in empty braces that hold a comment',
    path: ['key'],
    given: 'key: { # c\n  }\n',
    want: 'key: { x-secret: true # c\n  }\n',
  },
  {
    what: 'in braces that end with a comma',
    path: ['key'],
    given: 'key: { type: string, }\n',
    want: 'key: { type: string, x-secret: true, }\n',
  },
  {
    what: 'in braces on several lines, a comment behind the last entry',
    path: ['key'],
    given: 'key: {\n  type: string, # t\n  minLength: 1 # m\n}\n',
    want: 'key: {\n  type: string, # t\n  minLength: 1,\n  x-secret: true # m\n}\n',
  },
  {
    what: 'in braces on several lines that end with a comma and a comment',
    path: ['key'],
    given: 'key: {\n  type: string, # t\n}\n',
    want: 'key: {\n  type: string,\n  x-secret: true, # t\n}\n',
  },
  {
    what: 'in braces whose last entry shares a line with the closing one',
    path: ['key'],
    given: 'key: { type: string,\n       minLength: 1 }\n',
    want: 'key: { type: string,\n       minLength: 1,\n       x-secret: true }\n',
  },
  {
    what: 'in JSON on several lines',
    path: ['key'],
    given: '{\n  "key": {\n    "type": "string"\n  },\n  "other": 1\n}\n',
    want: '{\n  "key": {\n    "type": "string",\n    "x-secret": true\n  },\n  "other": 1\n}\n',
  },
  {
    what: 'in JSON on one line',
    path: ['a', 'b'],
    given: '{"a":{"b":{"type":"string"},"c":{}}}',
    want: '{"a":{"b":{"type":"string", "x-secret": true},"c":{}}}',
  },
  { what: 'in an empty object of JSON', path: ['a'], given: '{"a":{}}', want: '{"a":{"x-secret": true}}' },
  {
    what: 'under a key in quotes',
    path: ['a b', "it's"],
    given: "\"a b\":\n  'it''s':\n    type: string\n",
    want: "\"a b\":\n  'it''s':\n    type: string\n    x-secret: true\n",
  },
];

describe('addKeywords adds a keyword', () => {
  it.each(cases)('$what', ({ given, path, want }) => {
    expect(addKeywords(given, [secretAt(path)])).toEqual({ text: want, leftOut: [] });
    expect(addKeywords(want, [secretAt(path)]), 'a second time').toEqual({ text: want, leftOut: [secretAt(path)] });
  });

  it('as text, with quotes only in JSON', () => {
    const format: Addition = { path: ['a'], keyword: 'format', value: 'date-time' };
    expect(addKeywords('a:\n  type: string\n', [format]).text).toBe('a:\n  type: string\n  format: date-time\n');
    expect(addKeywords('{"a": {"type": "string"}}', [format]).text).toBe(
      '{"a": {"type": "string", "format": "date-time"}}',
    );
  });
});

describe('addKeywords adds several keywords', () => {
  it.each([
    {
      what: 'to a schema and those inside it',
      paths: [['a'], ['a', 'properties', 'b'], ['c']],
      given: 'a:\n  type: object\n  properties:\n    b:\n      type: string # b\nc: {}\n',
      want: 'a:\n  type: object\n  x-secret: true\n  properties:\n    b:\n      type: string # b\n      x-secret: true\nc: {x-secret: true}\n',
    },
    {
      what: 'to braces inside braces',
      paths: [['a', 'b'], ['a']],
      given: 'a: {\n  b: { type: string }\n}\n',
      want: 'a: {\n  b: { type: string, x-secret: true },\n  x-secret: true\n}\n',
    },
    {
      what: 'to objects of JSON inside each other',
      paths: [['a', 'b'], ['a'], []],
      given: '{\n  "a": {\n    "b": {\n      "type": "string"\n    }\n  }\n}\n',
      want: '{\n  "a": {\n    "b": {\n      "type": "string",\n      "x-secret": true\n    },\n    "x-secret": true\n  },\n  "x-secret": true\n}\n',
    },
  ])('$what', ({ paths, given, want }) => {
    expect(addKeywords(given, paths.map(secretAt)).text).toBe(want);
    expect(addKeywords(given, paths.map(secretAt).toReversed()).text).toBe(want);
  });

  it('to thousands of schemas without reading the text for each', () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `key${index}`);
    const given = names.map((name) => `${name}:\n  type: string\n`).join('');
    const want = names.map((name) => `${name}:\n  type: string\n  x-secret: true\n`).join('');
    const { text } = addKeywords(
      given,
      names.map((name) => secretAt([name])),
    );
    expect(text).toBe(want);
  });

  it('where there is a place for them', () => {
    const left = secretAt(['b']);
    expect(addKeywords('a: {}\n', [secretAt(['a']), left])).toEqual({ text: 'a: {x-secret: true}\n', leftOut: [left] });
  });
});

describe('addKeywords leaves a text alone', () => {
  it.each([
    { what: 'without such a place', given: 'a: 1\n', path: ['b'] },
    { what: 'where the place holds no mapping', given: 'a: 1\n', path: ['a'] },
    { what: 'that cannot be read', given: 'a: { b: [ }\n', path: ['a'] },
    {
      what: 'where no entry has a line of its own',
      given: 'key:\n  description: |+\n    one\n\n\nother: 1\n',
      path: ['key'],
    },
    { what: 'whose keys are marked as keys', given: '? key\n: ? type\n  : string\nother: 1\n', path: ['key'] },
    { what: 'that has the keyword', given: 'a:\n  x-secret: false\n', path: ['a'] },
  ])('$what', ({ given, path }) => {
    expect(addKeywords(given, [secretAt(path)])).toEqual({ text: given, leftOut: [secretAt(path)] });
  });
});
