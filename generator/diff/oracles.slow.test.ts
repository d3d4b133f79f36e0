import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { buildModel } from '../model/build-model.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { catalogOf } from '../testing/catalog-texts.js';
import { renderTarget } from '../testing/render-target.js';
import { changePlaces, schemaChanges, type Answer } from '../testing/schema-changes.js';
import { schemaDocument } from '../testing/schema-document.js';
import { SchemaComparer } from './compare-schemas.js';
import { quickAjv } from '../testing/quick-ajv.js';

const run = promisify(execFile);
const packages = join(import.meta.dirname, '../emitted/platforms/node_modules');
/** Whether a package is there; where all are asked for, a missing one fails its test. */
const has = (name: string): boolean => process.env['ALL_PLATFORMS'] !== undefined || existsSync(join(packages, name));
const needs = '(needs: npm ci --prefix generator/emitted/platforms)';

/** Two schemas, and whether every value of the one is one of the other is asked. */
type Pair = readonly [from: JsonSchema, to: JsonSchema];
type Ask = (pairs: readonly Pair[]) => Promise<readonly Answer[]>;
type Side = 'writers' | 'readers';
/** A comparison on which a tool is wrong: the change, whom it is asked for, and what the tool answers. */
type Disagreement = readonly [change: string, side: Side, theirs: Answer];

interface Oracle {
  readonly tool: string;
  /** Keywords that it does not read, by its own documents: it is not asked about them. */
  readonly unread: readonly string[];
  /** Whether it is asked about values that hold what their own schema does not name. */
  readonly isStrict: boolean;
  /** Where in a schema it is shown the changes. */
  readonly places: readonly string[];
  readonly load: () => Promise<Ask>;
  /** On how many comparisons of each place it agrees. */
  readonly agreements: number;
  /** Why it is wrong, and where. */
  readonly wrong: readonly (readonly [why: string, ...where: Disagreement[]])[];
}

interface JsonCompat {
  initSync(options: { module: Uint8Array }): unknown;
  /** As deserializer: whether what was written by the first is read by the second. */
  check_compat(before: string, after: string, role: 'deserializer'): boolean;
}

interface JsonSchemaDiff {
  diffSchemas(options: { sourceSchema: JsonSchema; destinationSchema: JsonSchema }): Promise<{
    readonly removalsFound: boolean;
  }>;
}

interface RedoclyReport {
  readonly changes: readonly { readonly path: string; readonly impact: 'major' | 'minor' | 'patch' }[];
}

/** A schema as a file of its own, as the target json-schema writes it. */
const exported = (schema: JsonSchema): string =>
  JSON.stringify(
    typeof schema === 'boolean' ? schema : { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema },
  );

const oneByOne =
  (ask: (...pair: Pair) => Promise<Answer>): Ask =>
  (pairs) =>
    Promise.all(pairs.map((pair) => ask(...pair)));

/** The document of OpenAPI of a catalog with a message for each schema. */
async function openApiOf(schemas: readonly JsonSchema[]): Promise<string> {
  const messages = schemas.map((payload, index) => [
    `messages/change-${index}.yaml`,
    JSON.stringify({ name: `change-${index}`, description: 'A change.', sentBy: 'callers', payload }),
  ]);
  return (await renderTarget(buildModel(catalogOf(Object.fromEntries(messages))), 'openapi')).get('openapi.json') ?? '';
}

// Enough to show what each tool reads: in items and in open alternatives they answer as here. In maps jsoncompat sees no
// change at all; references in a circle json-schema-diff does not read.
const places = ['as it is', 'in a property', 'in a shared type'];

const oracles: readonly Oracle[] = [
  {
    tool: 'jsoncompat',
    unread: [],
    isStrict: true,
    places,
    async load() {
      const folder = join(packages, 'jsoncompat');
      const compat = (await import(pathToFileURL(join(folder, 'jsoncompat_wasm.js')).href)) as JsonCompat;
      // It would fetch the module by a URL, which Node does not do for files.
      compat.initSync({ module: await readFile(join(folder, 'jsoncompat_wasm_bg.wasm')) });
      return oneByOne(async (from, to) =>
        compat.check_compat(exported(from), exported(to), 'deserializer') ? 'safe' : 'breaks',
      );
    },
    agreements: 134,
    wrong: [
      [
        'It reads a format as an annotation; ajv and the emitted client check it.',
        ['a format', 'writers', 'safe'],
        ['another format', 'writers', 'safe'],
        ['another format', 'readers', 'safe'],
        ['int32', 'writers', 'safe'],
      ],
      [
        'It leaves out properties that the schema before does not name, although that allows them with any value.',
        ['an optional property', 'writers', 'safe'],
        ['a property that is gone', 'readers', 'safe'],
        ['a property of a map', 'writers', 'safe'],
      ],
      [
        'It does not compare the schemas of additional properties.',
        ['the values of a map', 'writers', 'safe'],
        ['the values of a map', 'readers', 'safe'],
        ['wider values of a map', 'readers', 'safe'],
        ['a map that was any object', 'writers', 'safe'],
      ],
      [
        'It does not compare what is unevaluated.',
        ['unevaluatedItems', 'writers', 'safe'],
        ['unevaluatedProperties', 'writers', 'safe'],
      ],
      [
        'It does not compare what stands under dependentSchemas and then.',
        ['dependentSchemas', 'writers', 'safe'],
        ['inside dependentSchemas', 'readers', 'safe'],
        ['inside then', 'writers', 'safe'],
        ['inside then', 'readers', 'safe'],
      ],
      ['A number that is a multiple of 1 is an integer.', ['whole multiples for integers', 'readers', 'breaks']],
      [
        'It compares patterns as texts; what the first of these matches, the second does too.',
        ['a wider pattern', 'writers', 'breaks'],
        ['an equal pattern', 'writers', 'breaks'],
        ['an equal pattern', 'readers', 'breaks'],
      ],
      [
        'A property that one part of allOf describes and another requires is both.',
        ['a flattened allOf', 'writers', 'breaks'],
      ],
    ],
  },
  {
    tool: 'json-schema-diff',
    // It knows the seventh draft: newer keywords are not in its list.
    unread: [
      'enum',
      'const',
      'multipleOf',
      'format',
      'pattern',
      'uniqueItems',
      'contains',
      'patternProperties',
      'propertyNames',
      'if',
      'then',
      'else',
      'prefixItems',
      'minContains',
      'maxContains',
      'dependentRequired',
      'dependentSchemas',
      'unevaluatedItems',
      'unevaluatedProperties',
    ],
    isStrict: true,
    places,
    async load() {
      const { diffSchemas } = createRequire(import.meta.url)(join(packages, 'json-schema-diff')) as JsonSchemaDiff;
      // It replaces references in what it is given.
      return oneByOne(async (from, to) => {
        const [sourceSchema, destinationSchema] = [structuredClone(from), structuredClone(to)];
        return (await diffSchemas({ sourceSchema, destinationSchema })).removalsFound ? 'breaks' : 'safe';
      });
    },
    agreements: 76,
    wrong: [],
  },
  {
    tool: '@redocly/cli',
    unread: [],
    isStrict: false,
    // In a property it does not report that something is allowed where nothing was.
    places: places.filter((place) => place !== 'in a property'),
    load: async () => async (pairs) => {
      const folder = await mkdtemp(join(tmpdir(), 'redocly-'));
      const files = ['from.json', 'to.json'];
      for (const [index, file] of files.entries())
        await writeFile(join(folder, file), await openApiOf(pairs.map((pair) => pair[index] ?? true)));
      const words = [join(packages, '@redocly/cli/bin/cli.js'), 'diff', ...files, '--format=json', '--fail-on=none'];
      const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
      const { stdout } = await run(process.execPath, words, { cwd: folder, env, maxBuffer: 2 ** 26 });
      await rm(folder, { recursive: true });
      const { changes } = JSON.parse(stdout) as RedoclyReport;
      const major = changes.filter(({ impact }) => impact === 'major').map(({ path }) => path);
      return pairs.map((_, index) =>
        major.some((path) => path.includes(`/~1api~1jobs~1change-${index}/`)) ? 'breaks' : 'safe',
      );
    },
    agreements: 133,
    wrong: [
      [
        'It compares keyword by keyword, and takes each that is new or other for a break: these say the same.',
        ['a const for an enum of one', 'writers', 'breaks'],
        ['a const for an enum of one', 'readers', 'breaks'],
        ['the same limit of integers', 'readers', 'breaks'],
        ['whole multiples for integers', 'writers', 'breaks'],
        ['whole multiples for integers', 'readers', 'breaks'],
        ['minLength that says nothing', 'writers', 'breaks'],
      ],
      ['A multiple of 6 is a multiple of 3.', ['a finer multipleOf', 'writers', 'breaks']],
      [
        'It compares patterns as texts; what the first of these matches, the second does too.',
        ['a wider pattern', 'writers', 'breaks'],
        ['an equal pattern', 'writers', 'breaks'],
        ['an equal pattern', 'readers', 'breaks'],
      ],
      [
        'It takes each name of a format for a check of its own; ajv and the emitted client check no format of that name, or both alike.',
        ['a format that nobody checks', 'writers', 'breaks'],
        ['url for uri', 'writers', 'breaks'],
        ['url for uri', 'readers', 'breaks'],
      ],
      [
        'It compares neither how many items a list has to contain nor how many a closed tuple has.',
        ['minContains', 'writers', 'safe'],
        ['maxContains', 'writers', 'safe'],
        ['one more item of a tuple', 'readers', 'safe'],
      ],
      [
        'It leaves out properties that the schema before does not name, although that invites any.',
        ['a property of a map', 'writers', 'safe'],
      ],
      [
        'It compares the parts of allOf as they stand, and not what they say together.',
        ['a flattened allOf', 'writers', 'breaks'],
        ['a flattened allOf', 'readers', 'breaks'],
        ['another part of allOf', 'readers', 'breaks'],
      ],
      [
        'It takes a wider alternative for safe; a value that fits two of oneOf is refused.',
        ['an alternative that overlaps', 'writers', 'safe'],
      ],
      [
        'It does not read false as a schema that nothing fits.',
        ['nothing is allowed', 'writers', 'safe'],
        ['nothing is allowed', 'readers', 'breaks'],
      ],
    ],
  },
];

const ajv = new Ajv2020({ ...quickAjv, ownProperties: true, validateSchema: false });
addFormats.default(ajv);

/** What the comparison answers; ajv has to confirm each break. */
function ourAnswer(from: JsonSchema, to: JsonSchema, isStrict: boolean): Answer {
  const { breaks, open } = new SchemaComparer(isStrict).compare(schemaDocument(from), schemaDocument(to), []);
  for (const { witness = null } of breaks)
    expect([ajv.validate(from, witness), ajv.validate(to, witness)], JSON.stringify(witness)).toEqual([true, false]);
  return breaks.length > 0 ? 'breaks' : open.length > 0 ? 'undecided' : 'safe';
}

const keywordsOf = (schemas: readonly JsonSchema[]): readonly string[] =>
  [...JSON.stringify(schemas).matchAll(/"([^"]+)":/g)].map(([, name = '']) => name);

describe.each(oracles)(`Beside $tool ${needs}`, { timeout: 600_000 }, (oracle) => {
  const { tool, unread, isStrict, load, agreements, wrong } = oracle;
  const listed = wrong.flatMap(([, ...where]) => where);
  const shown = changePlaces.filter(([where]) => oracle.places.includes(where));

  it.skipIf(!has(tool)).each(shown)('the same is found of changes %s, but where the tool is wrong', async (_, put) => {
    const questions = schemaChanges.flatMap(([change, a, b]) => {
      const [before, after] = [put(a), put(b)];
      if (keywordsOf([before, after]).some((keyword) => unread.includes(keyword))) return [];
      return [
        { change, side: 'writers', pair: [before, after] },
        { change, side: 'readers', pair: [after, before] },
      ] as const;
    });
    const answers = await (await load())(questions.map(({ pair }) => pair));
    const apart = questions.flatMap(({ change, side, pair }, index): Disagreement[] => {
      const theirs = answers[index] ?? 'undecided';
      return theirs === ourAnswer(...pair, isStrict) ? [] : [[change, side, theirs]];
    });
    expect({ agreed: questions.length - apart.length, apart: apart.map(String).sort() }).toEqual({
      agreed: agreements,
      apart: listed.map(String).sort(),
    });
  });
});
