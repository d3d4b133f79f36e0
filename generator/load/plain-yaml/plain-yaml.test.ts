import { describe, expect, it } from 'vitest';
import { readPlainYaml } from './plain-yaml.js';
import type { Json } from '../../json.js';

describe('Plain YAML is read', () => {
  const rows: readonly [title: string, text: string, want: Json][] = [
    [
      'with scalars of every kind',
      'a: b c\nd: 1\ne: -0.5\nf: true\ng: null\nh:\n',
      { a: 'b c', d: 1, e: -0.5, f: true, g: null, h: null },
    ],
    [
      'with texts that begin like numbers',
      'a: 4.1.0\nb: 2s\nc: 2026-01-01\n',
      { a: '4.1.0', b: '2s', c: '2026-01-01' },
    ],
    ['with marks inside texts', 'a: https://x.y/z#w\nb: a, [b] & c\n', { a: 'https://x.y/z#w', b: 'a, [b] & c' }],
    ['with quotes', `a: 'it''s: # [b]'\nb: "c: \\"d\\"\\n"\n`, { a: "it's: # [b]", b: 'c: "d"\n' }],
    [
      'with keys of every kind',
      `$ref: 1\nx-y: 2\n'a b': 3\n"c: d": 4\n5: 6\nnull: 7\n`,
      { $ref: 1, 'x-y': 2, 'a b': 3, 'c: d': 4, 5: 6, null: 7 },
    ],
    ['with comments', '# one\na: 1 # two\n  # three\nb: # four\n  c: [d] # five\n', { a: 1, b: { c: ['d'] } }],
    ['with lists, indented or not', 'a:\n  - 1\n  - 2\nb:\n- 3\n-   4\n', { a: [1, 2], b: [3, 4] }],
    [
      'with mappings in lists',
      '- a: 1\n  b:\n    c: 2\n- d:\n  - 3\n- - 4\n  - 5\n',
      [{ a: 1, b: { c: 2 } }, { d: [3] }, [4, 5]],
    ],
    [
      'with flow collections',
      'a: [b c, 1, [], {}]\nd: { e: f, "g": [ h ] }\n',
      { a: ['b c', 1, [], {}], d: { e: 'f', g: ['h'] } },
    ],
    ['with literal blocks', 'a: |\n  b\n    c\n\n  d\n\ne: |-\n  f # g\n', { a: 'b\n  c\n\nd\n', e: 'f # g' }],
    ['with folded blocks', 'a: >\n  b\n  c\n\n  d\n\n\n  e\nf: >-\n  g:\n  h\n', { a: 'b c\nd\n\ne\n', f: 'g: h' }],
  ];
  it.each(rows)('%s', (_, text, want) => {
    expect(JSON.stringify(readPlainYaml(text))).toBe(JSON.stringify(want));
  });
});

describe('YAML that is not plain is left to the library:', () => {
  const rows: readonly [title: string, text: string][] = [
    ['nothing', ''],
    ['a scalar alone', 'a\n'],
    ['an open last line', 'a: 1'],
    ['tabs', 'a: b\tc\n'],
    ['a space at the end of a line', 'a: b \n'],
    ['Windows line ends', 'a: 1\r\n'],
    ['a byte order mark', '\ufeffa: 1\n'],
    ['a separator that is a line end to some', 'a: b\u2028c\n'],
    ['half of a surrogate pair', 'a: \ud83d\n'],
    ['document marks', '---\na: 1\n'],
    ['directives', '%YAML 1.1\n---\na: yes\n'],
    ['anchors', 'a: &b c\n'],
    ['aliases', 'a: [*b]\n'],
    ['tags', 'a: !!js/function b\n'],
    ['merge keys', 'a: { "<<": 1 }\n'],
    ['explicit keys', '? a\n: 1\n'],
    ['keys with spaces', 'a b: 1\n'],
    ['keys that mean something to objects', '__proto__: 1\n'],
    ['repeated keys', "a: 1\n'a': 2\n"],
    ['repeated keys in braces', 'a: {b: 1, b: 2}\n'],
    ['keys over 1,000 characters', `${'a'.repeat(1001)}: 1\n`],
    ['a colon in a text', 'a: b: c\n'],
    ['a text on several lines', 'a: b\n  c\n'],
    ['a text below its key', 'a:\n  b\n'],
    ['a quoted text on several lines', 'a: "b\n  c"\n'],
    ['escapes that JSON does not have', 'a: "\\x41"\n'],
    ['escapes by number', 'a: "\\ud83d"\n'],
    ['brackets on several lines', 'a: [b,\n  c]\n'],
    ['brackets that stay open', 'a: [b\n'],
    ['empty items', 'a: [b,, c]\n'],
    ['a pair in a list', 'a: [b: c]\n'],
    ['words of YAML 1.1 in capitals', 'a: [TRUE, Null, ~]\n'],
    ['numbers that are not written as in JSON', 'a: [+1, 1., .5, 0x1F, 1e3, .inf]\n'],
    ['negative zero', 'a: -0\n'],
    ['numbers of more digits than doubles keep', 'a: 1234567890123456\n'],
    ['blocks that keep line ends', 'a: |+\n  b\n'],
    ['blocks that state their indentation', 'a: |2\n   b\n'],
    ['blocks that begin with an empty line', 'a: |\n\n  b\n'],
    ['blocks without a line', 'a: |\nb: 1\n'],
    ['folded blocks with deeper lines', 'a: >\n  b\n    c\n'],
    ['uneven indentation', 'a:\n    b: 1\n  c: 2\n'],
    ['an indented root', '  a: 1\n'],
    ['deep nesting', `a: ${'['.repeat(40)}${']'.repeat(40)}\n`],
  ];
  it.each(rows)('%s', (_, text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });
});
