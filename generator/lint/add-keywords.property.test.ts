import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parseYaml } from '../load/parse-yaml.js';
import { isJsonObject, type Json, type Path } from '../json.js';
import { addKeywords } from './add-keywords.js';

const key = fc.constantFrom('type', 'properties', 'a b', "it's", 'x-y', '#', '"q"', '1', 'null', 'ключ');
const text = fc.constantFrom(
  '',
  'plain',
  'a: b # c',
  'one\ntwo',
  'one\n\n two\n',
  'ends\n\n\n',
  ' x',
  '}',
  ',',
  '- a',
  'word '.repeat(30),
);

const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    text,
    fc.constantFrom<Json>(null, true, 0, 1.5),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
}));

const layout = fc.record({
  indent: fc.constantFrom(1, 2, 4),
  indentSeq: fc.boolean(),
  collectionStyle: fc.constantFrom('any', 'block', 'flow'),
  lineWidth: fc.constantFrom(0, 20, 80),
  defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL'),
  flowCollectionPadding: fc.boolean(),
} as const);

/** Paths to all objects in a value. */
function objectPaths(json: Json, path: Path = []): Path[] {
  if (Array.isArray(json)) return json.flatMap((item: Json, index) => objectPaths(item, [...path, index]));
  if (!isJsonObject(json)) return [];
  return [path, ...Object.entries(json).flatMap(([name, inner]) => objectPaths(inner, [...path, name]))];
}

/** Whether a text is what is left of another when some of its characters are taken out. */
function isLeftOf(shorter: string, longer: string): boolean {
  let at = 0;
  for (const character of longer) if (character === shorter[at]) at += 1;
  return at === shorter.length;
}

it('addKeywords finds a place in most objects, however they are laid out, and takes nothing away', () => {
  const count = { all: 0, leftOut: 0 };
  fc.assert(
    fc.property(
      fc.dictionary(key, value, { minKeys: 1, maxKeys: 4 }),
      layout,
      fc.boolean(),
      fc.infiniteStream(fc.boolean()),
      (json, options, isJson, choices) => {
        const chosen = objectPaths(json).filter(() => choices.next().value);
        const before = isJson ? JSON.stringify(json, null, options.indent) : stringify(json, options);
        // The library writes an empty list without indentation, which nobody can read.
        fc.pre(parseYaml(before).problems.length === 0);
        const after = addKeywords(
          before,
          chosen.map((path) => ({ path, keyword: 'x-secret', value: true })),
        );
        expect(isLeftOf(before, after.text)).toBe(true);
        count.all += chosen.length;
        count.leftOut += after.leftOut.length;
      },
    ),
    { seed: 1, numRuns: 100 },
  );
  expect(count.leftOut / count.all).toBeLessThan(0.2);
});
