import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document, visit } from 'yaml';
import { corpus } from '../../hostile/corpus.js';
import { parseFullYaml } from '../parse-yaml.js';
import { readPlainYaml } from './plain-yaml.js';

const catalog = join(import.meta.dirname, '../../../catalog');
const catalogTexts = readdirSync(catalog, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => readFileSync(join(catalog, path), 'utf8'));
const corpusTexts = corpus.flatMap(({ files }) => Object.values(files)).map(String);

/** What means something to YAML, what looks like it, and what some readers take for something else. */
const fragments = [
  [
    'a',
    'b c',
    'key',
    'x-y',
    '$ref',
    '__proto__',
    'a: b',
    'a #c',
    'a#b',
    '# c',
    ': ',
    ':',
    ':a',
    '? ',
    '- ',
    '-a',
    '--',
  ],
  ["'", '"', "''", '""', "'it''s'", '"\\n"', '"\\u0041"', '"\\ud800"', '"\\/"', '"a"b', "'a': ", '"b": ', '\\', '/'],
  [
    'null',
    'Null',
    '~',
    'true',
    'TRUE',
    'yes',
    '0',
    '-0',
    '00',
    '12.50',
    '.5',
    '5.',
    '+1',
    '1e3',
    '0x1F',
    '0o17',
    '1_0',
  ],
  ['.inf', '.nan', '2026-01-01', '123456789012345', '1234567890123456', '1.123456789012345', '4.1.0', '3f2b', '-1.5'],
  ['[', ']', '{', '}', ',', '[]', '{}', '[a, b]', '[a,]', '[a: b]', '{a: 1}', '{ a: "b" }', '{a:1}', '{a}', '{a: }'],
  ['[a b, 1]', '[a #b]', '[-1]', '[- a]', '[a:b]', '[http://x.y/z#w]', '{$ref: ../a.yaml#/b}', '{"a":1}', '{"a b": c}'],
  ['|', '>', '|-', '>-', '|+', '>2', '| ', '&a', '*a', '!t', '!!str', '%', '@', '`', '<<', '<<: ', '=', '---', '...'],
  [
    '\t',
    '\r\n',
    '\u0085',
    '\u00a0',
    '\u2003',
    '\u2028',
    '\ufeff',
    'é',
    '😀',
    '\ud83d',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\n  ',
  ],
].flat();

const fragment = fc.constantFrom(...fragments);
const spaces = fc.constantFrom(0, 2, 2, 2, 2, 4, 1, 3).map((width) => ' '.repeat(width));
const opening = fc.constantFrom('a: ', 'b: ', 'c: ', 'd:', 'e: ', '- ', '- a: ', '- - ', '"q": ', "- 'r': ", '# ', '');

/** What often stands behind a key or a dash, and now and then something else. */
const scalar = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('a', 'b c', '1', 'true', "'x: y'", '"z"', '[a, b]', '{ a: 1 }', 'a:b', '# c'),
  },
  { weight: 1, arbitrary: fragment },
  { weight: 1, arbitrary: fc.tuple(fragment, fragment).map(([first, second]) => first + second) },
);
const line = fc.tuple(spaces, opening, scalar).map((parts) => parts.join(''));

const keys = ['a: ', 'b: ', "'c': "];
const dashes = ['- ', '- ', '-   '];
const mixed = ['a: ', '- ', 'a: '];
const openings = fc.constantFrom(
  keys,
  keys,
  keys,
  dashes,
  dashes,
  dashes.map((dash) => `${dash}a: `),
  mixed,
);

/** Blocks in blocks, mostly as they should be. */
const { block } = fc.letrec<{ block: string[]; content: string[] }>((tie) => ({
  block: fc
    .tuple(openings, fc.array(tie('content'), { minLength: 1, maxLength: 3 }))
    .map(([starts, contents]) =>
      contents.flatMap(([first = '', ...rest], index) => [`${starts[index]}${first}`.trimEnd(), ...rest]),
    ),
  content: fc.oneof(
    { depthSize: 'medium' },
    { weight: 3, arbitrary: scalar.map((each) => [each]) },
    {
      weight: 2,
      arbitrary: fc.tuple(spaces, tie('block')).map(([margin, inner]) => ['', ...inner.map((each) => margin + each)]),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('|', '>', '|-', '>-', '|+', '|2'), spaces, fc.array(scalar, { maxLength: 4 }))
        .map(([header, margin, texts]) => [header, ...texts.map((each) => margin + each)]),
    },
    { weight: 1, arbitrary: fc.tuple(scalar, line) },
  ),
}));
const blocks = block.map((lines) => `${lines.join('\n')}\n`);

const text = fc.oneof(
  fragment,
  fc.array(fragment, { maxLength: 4 }).map((parts) => parts.join('')),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom(null, true, false, 0, 1, -1.5, 0.1, 123456.789, 1e21, 5e-324),
    text,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  ),
}));

const styles = ['PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL'] as const;
const layout = fc.record({
  indent: fc.integer({ min: 1, max: 5 }),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
  flowCollectionPadding: fc.boolean(),
  nullStr: fc.constantFrom('null', '', '~'),
});

/** Random values, written in any way that there is. */
const written = fc.tuple(value, layout, fc.gen()).map(([content, options, choose]) => {
  const document = new Document(content);
  const seldom = (): boolean => choose(fc.integer, { min: 0, max: 20 }) === 0;
  visit(document, {
    Collection: (_, node) => {
      if (choose(fc.integer, { min: 0, max: 3 }) === 0) node.flow = true;
    },
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && choose(fc.boolean)) node.type = choose(fc.constantFrom, ...styles);
      if (seldom()) node.comment = ' note';
      if (seldom()) node.spaceBefore = true;
      if (seldom()) node.commentBefore = ' note';
    },
  });
  return document.toString(options);
});

const edit = fc.record({ at: fc.nat(), cut: fc.constantFrom(0, 0, 1, 2, 3, 9), put: fc.oneof(fragment, line, spaces) });

/** A few lines of a text with a few edits. */
const edited = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.array(edit, { minLength: 1, maxLength: 3 }))
    .map(([given, seed, edits]) => {
      const all = given.split('\n');
      const part = all.slice(seed % 2 === 0 ? 0 : seed % all.length).slice(0, 25);
      const margin = Math.max(0, part[0]?.search(/[^ ]/) ?? 0);
      const start = `${part.map((each) => each.slice(margin)).join('\n')}\n`;
      return edits.reduce((result, { at, cut, put }) => {
        const offset = at % (result.length + 1);
        return result.slice(0, offset) + put + result.slice(offset + cut);
      }, start);
    });

describe('Plain YAML is read as the yaml library reads it, or not at all', { timeout: 60_000 }, () => {
  const rows: readonly [title: string, given: fc.Arbitrary<string>, leastRead: number][] = [
    ['in blocks of anything', blocks, 100],
    ['in random values, written in any way', written, 20],
    ['in files of the catalog with edits', edited(catalogTexts), 100],
    ['in hostile files with edits', edited(corpusTexts), 5],
  ];
  it.each(rows)('%s', (_, given, leastRead) => {
    let read = 0;
    fc.assert(
      fc.property(given, (each) => {
        const plain = readPlainYaml(each);
        if (plain === undefined) return;
        read += 1;
        const full = parseFullYaml(each);
        expect(full.problems).toEqual([]);
        expect(JSON.stringify(plain)).toBe(JSON.stringify(full.value));
      }),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThanOrEqual(leastRead);
  });

  it('in every file of the catalog and of the hostile corpus', () => {
    const read = [...catalogTexts, ...corpusTexts].filter((each) => readPlainYaml(each) !== undefined);
    expect(read.map(readPlainYaml)).toEqual(read.map((each) => parseFullYaml(each).value));
    expect(read).toEqual(expect.arrayContaining(catalogTexts));
  });
});
