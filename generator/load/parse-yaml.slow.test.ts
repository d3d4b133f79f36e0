import { describe, expect, it } from 'vitest';
import type { Part } from '../diagnostics/diagnostic.js';
import { locatorOf } from './locate.js';
import { isExact, parseYaml } from './parse-yaml.js';
import type { Json, Path } from '../json.js';

describe('YAML is read', () => {
  const proto: unknown = JSON.parse('{"__proto__": {"a": 1}, "constructor": 2, "toString": 3}');
  const rows: readonly [title: string, text: string, want: Json][] = [
    ['as JSON', '{"a": [1, -2.5e3, true, null, "\\u00e9\\/"]}', { a: [1, -2500, true, null, 'é/'] }],
    ['with comments', '# note\na: 1 # one\n', { a: 1 }],
    ['with keys that look like other values', 'null: 1\n1: 2\ntrue: 3\n', { null: 1, 1: 2, true: 3 }],
    ['with the words of YAML 1.1 as texts', 'a: yes\nb: off\nc: 2020-01-01\n', { a: 'yes', b: 'off', c: '2020-01-01' }],
    ['with names that every object inherits', '__proto__: {a: 1}\nconstructor: 2\ntoString: 3\n', proto as Json],
    ['with escapes of what cannot stand raw', 'a: "\\0\\e\\u2028\\U0001F600"\n', { a: '\0\u001b\u2028😀' }],
    ['with surrogate pairs in escapes', '{"a": "\\ud83d\\ude00"}', { a: '😀' }],
    ['with Windows line ends', 'a: |\r\n  one\r\n  two\r\nb: 1\r\n', { a: 'one\ntwo\n', b: 1 }],
    [
      'with every notation of a number',
      'a: 0x1F\nb: 0o17\nc: 1_0\nd: +7\ne: 1.50\nf: 1e3',
      { a: 31, b: 15, c: '1_0', d: 7, e: 1.5, f: 1000 },
    ],
    [
      'with limits of 64 bits, rounded as values are',
      '{"minimum": -9223372036854775808, "properties": {"default": {"exclusiveMaximum": 9223372036854775807}}}',
      { minimum: -(2 ** 63), properties: { default: { exclusiveMaximum: 2 ** 63 } } },
    ],
    ['with direction controls as they are', 'a: \u202eabc\u2066', { a: '\u202eabc\u2066' }],
    ['where it is empty', '', null],
    ['where it holds a comment alone', '# nothing\n', null],
  ];
  it.each(rows)('%s', (_, text, want) => {
    const { value, problems } = parseYaml(text);
    expect(problems).toEqual([]);
    expect(JSON.stringify(value)).toBe(JSON.stringify(want));
  });
});

describe('YAML is refused', () => {
  const escapes = 'There is no such escape in double quotes: write \\\\ for a backslash, or use single quotes.';
  const tags = 'YAML tags are not supported: remove it, or put the text in quotes.';
  const anchors =
    'YAML anchors and aliases are not supported: put the text in quotes, write the values out, or share a type with $ref.';
  const directives = 'YAML directives are not supported: remove this line.';
  const brackets =
    'What starts with this bracket does not end with one before the next key: add ] or }, and indent the lines between.';
  const quote = 'This text has no closing quote: add one.';
  const line = 'A key stands on one line, with a colon and a space behind it.';
  const colon = 'A key needs a colon and a space behind it: write "key: value".';
  const nested =
    'A text that holds ": " needs quotes, and a mapping starts on a line of its own: add quotes, or a line break and two spaces.';
  const unexpected =
    'This is not expected here: put the whole text in quotes, or look for a missing quote, bracket, comma or colon before it.';
  const deep =
    'This is nested deeper than 100 levels: define a part of it in $defs or types/ and refer to it with $ref.';
  const numbers = 'write one of at most 15 digits between −1.8e308 and 1.8e308, or a text in quotes.';

  const rows: readonly [title: string, text: string, ...want: [at: string | number, message: string][]][] = [
    ['with an open bracket', 'a: [b, c\nd: 1\n', ['[b,', brackets]],
    ['with an open brace', 'a: {b: 1\nd: 1\n', ['{b', brackets]],
    ['with an open double quote', 'a: "b\nc: 1\n', ['"b', quote]],
    ['with an open single quote', "a: 'b\nc: 1\n", ["'b", quote]],
    ['with a bracket too many', 'a: b\n]\n', [']', unexpected]],
    ['with a missing colon', 'a: 1\nb\nc: 2\n', ['b\n', colon]],
    ['with a missing comma', 'a: ["b" "c"]\n', ['"c"', 'A comma is missing here: add it between the items.']],
    ['with a colon in a text', 'a: b: c\n', ['b: c', nested]],
    ['with a tab for indentation', 'a:\n\tb: 1\n', ['\tb', 'YAML is indented with spaces: replace the tab.']],
    [
      'with uneven indentation',
      'a:\n    b: 1\n  c: 2\n',
      ['c: 2', 'This is indented unlike its siblings: align it with them.'],
    ],
    [
      'with an entry that continues the text above it',
      'a:\n  b: one\n   c: 1\n  d: @x\n',
      ['c: 1', 'This is indented unlike its siblings: align it with them.'],
    ],
    [
      'with a list that stands where the keys do',
      'a:\n    b:\n   - 1\n   - 2\n',
      ['- 1', 'This is indented unlike its siblings: align it with them.'],
    ],
    [
      'with a merge conflict',
      'a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\n',
      ['<<<<<<<', 'Here begins a merge conflict: keep what is right of its two sides, and remove the marks.'],
    ],
    ['with a bracket that another one closes', 'a: { b: [ }\nd: 1\n', ['[ }', brackets]],
    [
      'with two mistakes of one bracket',
      'a: [>-\nd: 1\n',
      ['>-', 'A text cannot start with this character: put the text in quotes.'],
    ],
    [
      'with a tab before a key of the outermost mapping',
      'a: 1\nb:\n  c: 1\n\ta: 2\n',
      ['\ta', 'YAML is indented with spaces: replace the tab.'],
    ],
    [
      'with a block inside brackets',
      'a: [\n- b\n]\n',
      ['- b', 'Lines between brackets are indented deeper than the key before them: indent this one.'],
    ],
    [
      'with a reserved first character',
      'a: @b\nc: `d\n',
      ['@b', 'A text cannot start with this character: put the text in quotes.'],
      ['`d', 'A text cannot start with this character: put the text in quotes.'],
    ],
    ['with an unknown escape', 'a: "\\q"\n', ['\\q', escapes]],
    ['with a mapping as a key', '? [a]\n: 1\n', ['[a]', 'A key is a text: put it in quotes.']],
    [
      'with a key over 1,024 characters',
      `${'a'.repeat(1100)}: 1\n`,
      ['aaa', 'A key has at most 1,024 characters: shorten it, or look for a missing line break.'],
    ],
    ['with an anchor and an alias', 'a: &b 1\nc: *b\n', ['&b', anchors]],
    ['with an alias alone', 'a: *b\n', ['*b', anchors]],
    ['with an alias as a key', 'a: 1\n*a : 2\n', ['*a', anchors]],
    ['with an anchor on a key', '&a b: 1\n', ['&a', anchors]],
    ['with a standard tag', 'a: !!str 1\n', ['!!str', tags]],
    ['with a custom tag', 'a: !thing 1\n', ['!thing', tags]],
    ['with a tag that runs code elsewhere', 'a: !!js/function x\n', ['!!js', tags]],
    ['with a version directive', '%YAML 1.1\n---\na: yes\n', ['%YAML', directives]],
    ['with a tag directive', '%TAG ! tag:x,2000:\n---\na: 1\n', ['%TAG', directives]],
    ['with a directive alone', '%YAML 1.2\na: 1\n', ['%YAML', directives]],
    [
      'with two documents',
      'a: 1\n---\nb: 2\n---\nc: 3\n',
      ['---\nb', 'A file holds one document: remove this line and what follows it.'],
    ],
    ['with a merge key', 'a:\n  <<: {b: 1}\n', ['<<', 'YAML merge keys are not supported: write the keys out.']],
    ['with a key twice', 'a: 1\nb: 2\na: 3\n', ['a: 3', 'The key "a" stands here a second time: remove one.']],
    [
      'with a key twice in JSON',
      '{"a": 1, "\\u0061": 2}',
      ['"\\u0061"', 'The key "a" stands here a second time: remove one.'],
    ],
    [
      'with half a surrogate pair',
      'a: "\\ud800"\n',
      ['"\\ud800"', 'This text holds half of a surrogate pair, which UTF-8 cannot carry: remove it.'],
    ],
    [
      'with half a surrogate pair in a key',
      '"\\udc00": 1\n',
      ['"\\udc00"', 'This text holds half of a surrogate pair, which UTF-8 cannot carry: remove it.'],
    ],
    [
      'with a raw NUL',
      'a: b\0c\n',
      [
        '\0',
        'The control character U+0000 cannot stand in a text file: remove it, or write it as an escape in double quotes.',
      ],
    ],
    [
      'with a raw escape sequence',
      'a: \u001b[31mred\n',
      [
        '\u001b',
        'The control character U+001B cannot stand in a text file: remove it, or write it as an escape in double quotes.',
      ],
    ],
    [
      'with old Mac line ends',
      'a: 1\rb: 2\r',
      ['\rb', 'A line ends with a carriage return alone: save the file with LF or CRLF line ends.'],
    ],
    ['with a number beyond doubles', 'a: 1e400\n', ['1e400', `JSON has no such number: ${numbers}`]],
    ['with a number below doubles', 'a: 1e-400\n', ['1e-400', `JSON has no such number: ${numbers}`]],
    ['with infinity', 'a: -.inf\n', ['-.inf', `JSON has no such number: ${numbers}`]],
    ['with no number', 'a: .NaN\n', ['.NaN', `JSON has no such number: ${numbers}`]],
    [
      'with digits that a double drops',
      'a: 9007199254740993\n',
      ['9007', `JSON readers would read this number as 9007199254740992: ${numbers}`],
    ],
    [
      'with digits that a double drops in a payload, whatever its keys are',
      'examples: [{ payload: { maximum: 9223372036854775807 } }]\n',
      ['9223', `JSON readers would read this number as 9223372036854776000: ${numbers}`],
    ],
    [
      'with minus zero',
      'a: -0\nb: -0.0\n',
      ['-0\n', 'JSON readers take −0 for 0: write 0.'],
      ['-0.0', 'JSON readers take −0 for 0: write 0.'],
    ],
    [
      'with mistakes behind one that breaks the structure, which are not reported',
      'a: 1\nb: h: i\nc: [b, c\nd: "e\nf: 1\ng: h: i\n',
      ['h: i', nested],
      ['[b,', brackets],
    ],
    [
      'with a text that goes on in deeper lines, reported once',
      'a: b: |-\n  c `d`: `e`,\n\n  f: g: h\ni:\n  - j: k: l\n    m: @n\n',
      ['b: |', nested],
      ['k: l', nested],
      ['@n', 'A text cannot start with this character: put the text in quotes.'],
    ],
    ['with a broken list that goes on in later lines', 'a: [\n  b,\n  { c: 1,\n  d\ne: 1\n', ['{ c', brackets]],
    ['in braces, with one mistake reported', '{\n"a": [1,\n"b": 2\n"c": 3}\n', ['2\n', line]],
    ['with two documents, of which the first is broken', 'a: [b\nc: 1\n---\nd: 1\n', ['[b', brackets]],
    ['nested too deep in brackets', '['.repeat(100_000), [101, deep]],
    ['nested too deep in braces', '{a: '.repeat(50_000), [404, deep]],
    ['nested too deep in lists', '- '.repeat(100_000), [202, deep]],
  ];
  it.each(rows)('%s', (_, text, ...want) => {
    const { value, problems } = parseYaml(text);
    expect(value).toBeNull();
    expect(problems.map(({ range, message }) => [range[0], message])).toEqual(
      want.map(([at, message]) => [typeof at === 'number' ? at : text.indexOf(at), message]),
    );
  });

  it.each([
    ['braces', '}\n'.repeat(10_000)],
    ['anchors', '&a '.repeat(10_000)],
    ['tags', '!a '.repeat(10_000)],
    ['directives', '%A b\n'.repeat(5_000)],
    ['document marks', '---\n'.repeat(10_000)],
  ])('with thousands of %s, in a few problems', { timeout: 30_000 }, (_, text) => {
    const { value, problems } = parseYaml(text);
    expect(value).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
  });
});

describe('A number', () => {
  it.each([
    ['0', true],
    ['0.0', true],
    ['1.50', true],
    ['100', true],
    ['1e2', true],
    ['-12.5E-3', true],
    ['.5', true],
    ['0.1', true],
    ['9007199254740992', true],
    ['9007199254740993', false],
    ['0.12345678901234567', false],
    ['0.30000000000000004', true],
    ['1.7976931348623157e308', true],
    ['0xFF', true],
    ['0o777', true],
  ])('%s is kept exactly: %s', (source, want) => expect(isExact(source, Number(source))).toBe(want));
});

describe('A place in a text', () => {
  const text = 'a:\n  - b: 1\n  - {c: two, d: }\ne: {}\n';
  const rows: readonly [path: Path, part: Part, want: string][] = [
    [[], 'value', 'a'],
    [['a'], 'key', 'a'],
    [['a', 0], 'value', 'b: 1\n'],
    [['a', 0, 'b'], 'value', '1'],
    [['a', '1', 'c'], 'key', 'c'],
    [['a', 1, 'c'], 'value', 'two'],
    [['a', 1, 'd'], 'value', 'd'],
    [['a', 1, 'c', 'deeper', 'still'], 'value', 'c'],
    [['a', 0, 'absent'], 'value', 'b: 1\n'],
    [['e'], 'value', '{}'],
    [['absent'], 'key', text],
  ];
  it.each(rows)('%j (%s) is found', (path, part, want) => {
    const [start, end] = locatorOf(text)(path, part);
    expect(text.slice(start, end)).toBe(want);
  });
});
