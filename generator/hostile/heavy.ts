import type { Json, JsonObject } from '../json.js';
import { demo, demoFile, type HostileCase } from './hostile-case.js';

const names = (number: number): string[] => Array.from({ length: number }, (_, index) => `p${index}`);

const properties = (number: number, schema: Json): JsonObject =>
  Object.fromEntries(names(number).map((name) => [name, schema]));

/** Texts that a reader of Markdown could look at again and again. */
const descriptions: readonly string[] = [
  names(400)
    .map((_, index) => '`'.repeat(index + 1))
    .join(' '),
  '['.repeat(100_000),
  '*_'.repeat(50_000),
  '|-:'.repeat(30_000),
  `a${' '.repeat(100_000)}b`,
];

/** A hundred words of two letters, none twice, of which many begin alike. */
const words = (seed: number): string =>
  names(100)
    .map((_, index) => String.fromCodePoint(97 + (index % 26), 97 + ((Math.floor(index / 26) + index * seed) % 26)))
    .join('|');

/** Types each of which refers to the next. */
const chain = (length: number): HostileCase['files'] =>
  Object.fromEntries(
    names(length).map((name, index) => [
      `types/${name}.yaml`,
      index === length - 1 ? 'type: object\n' : `type: object\nproperties: { a: { $ref: p${index + 1}.yaml } }\n`,
    ]),
  );

const hopeless = demo(
  {
    type: 'string',
    minLength: 9,
    allOf: names(2000).map((_, index) => ({ maxLength: 20 + index })),
    anyOf: names(2000).map(() => ({ maxLength: 1 })),
  },
  {},
  { examples: [] },
);

const slowMatch = demo(
  { type: 'object', properties: { a: { type: 'string', pattern: '^.*.*.*.*.*.*x$' } } },
  { a: 'a'.repeat(900) },
);

/** Catalogs that are meant to take time and memory. */
export const heavyCases: readonly HostileCase[] = [
  {
    title: 'long descriptions of syntax alone',
    files: Object.fromEntries(
      descriptions.map((description, index) => [
        `messages/m${index}.json`,
        JSON.stringify({ name: `m${index}`, description, payload: { type: 'object', description } }),
      ]),
    ),
  },
  {
    title: 'a description of 20 MB',
    files: demo({ description: 'x'.repeat(20_000_000) }),
    refused: `${demoFile}:1:1 readable-file`,
  },
  {
    title: '5,000 properties that are required',
    files: demo(
      { type: 'object', properties: properties(5000, { type: 'string' }), required: names(5000) },
      properties(5000, 'x'),
    ),
  },
  { title: '25,000 values of an enum', files: demo({ type: 'object', properties: { a: { enum: names(25_000) } } }) },
  {
    title: '25,000 known values',
    files: demo({ type: 'object', properties: { a: { type: 'string', 'x-known-values': names(25_000) } } }),
  },
  {
    title: 'a pattern of 200,000 characters',
    files: demo({ type: 'object', properties: { a: { type: 'string', pattern: 'a'.repeat(200_000) } } }),
  },
  {
    title: '2,000 patterns whose automata are large, beside lengths',
    files: demo(
      {
        type: 'object',
        properties: Object.fromEntries(
          names(2000).map((name) => [name, { type: 'string', pattern: `a.{900}b.{900}${name}`, maxLength: 490 }]),
        ),
      },
      {},
      { examples: [] },
    ),
  },
  {
    title: '100 patterns of 100 words each, which repeat, asked of one text',
    files: demo({
      type: 'object',
      properties: {
        a: { type: 'string', allOf: names(100).map((_, index) => ({ pattern: `^(?:${words(index)})*$` })) },
      },
    }),
  },
  {
    title: '5,000 required properties, whose names 5,000 patterns may match',
    files: demo(
      {
        type: 'object',
        required: names(5000),
        patternProperties: Object.fromEntries(names(5000).map((name) => [`^${name}`, true])),
      },
      {},
      { examples: [] },
    ),
  },
  {
    title: 'a text of which a pattern without groups takes long to tell whether it matches',
    files: slowMatch,
    refused: `${demoFile}:1:${String(slowMatch[demoFile]).indexOf('{"a":"aaa') + 1} checkable-payload`,
  },
  {
    title: '2,000 patterns asked of one text',
    files: demo(
      {
        type: 'object',
        properties: { a: { type: 'string', allOf: names(2000).map((name) => ({ pattern: `^[a-z]$|^${name}$` })) } },
      },
      {},
      { examples: [] },
    ),
  },
  {
    title: '2,000 alternatives of which none fits 2,000 limits',
    files: hopeless,
  },
  {
    title: 'limits beyond any memory',
    files: demo({
      type: 'object',
      properties: {
        a: { type: 'array', minItems: 1_000_000_000 },
        b: { type: 'string', minLength: 1_000_000_000 },
        c: { type: 'object', minProperties: 1_000_000_000 },
      },
    }),
  },
  {
    title: 'conditions 30 levels deep',
    files: demo(
      {
        ...names(30).reduce<JsonObject>(
          (then, name) => ({ type: 'object', if: { required: [name] }, then, else: { required: [`not-${name}`] } }),
          {},
        ),
        properties: Object.fromEntries(names(30).map((name) => [`not-${name}`, { type: 'string' }])),
      },
      {},
      { examples: [] },
    ),
  },
  {
    title: 'a chain of 5,000 types',
    files: { ...demo({ $ref: '../../types/p0.yaml' }), ...chain(5000) },
    refused: 'types/p99.yaml:2:26 finite-reference',
  },
  {
    title: 'allOf inside allOf, 3,000 times',
    files: {
      [demoFile]: `{"name":"demo-request","description":"x","payload":${'{"allOf":['.repeat(3000)}{}${']}'.repeat(3000)}}`,
    },
    refused: `${demoFile}:1:552 yaml-syntax`,
  },
];
