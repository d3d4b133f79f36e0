import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../schema/json-schema.js';
import { changePlaces, schemaChanges, type Answer } from '../testing/schema-changes.js';
import { schemaDocument } from '../testing/schema-document.js';
import { SchemaComparer } from './compare-schemas.js';
import { quickAjv } from '../testing/quick-ajv.js';

const packages = join(import.meta.dirname, '../emitted/platforms/node_modules');
/** Whether a package is there; where all are asked for, a missing one fails its test. */
const has = (name: string): boolean => process.env['ALL_PLATFORMS'] !== undefined || existsSync(join(packages, name));
const needs = '(needs: npm ci --prefix generator/emitted/platforms)';

/** Says whether every value of one schema is one of another. */
type Ask = (from: JsonSchema, to: JsonSchema) => Promise<Answer>;
type Side = 'writers' | 'readers';
/** A comparison on which a tool is wrong: the change, whom it is asked for, and what the tool answers. */
type Disagreement = readonly [change: string, side: Side, theirs: Answer];

interface Oracle {
  readonly tool: string;
  /** Keywords that it does not read, by its own documents: it is not asked about them. */
  readonly unread: readonly string[];
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

/** A schema as a file of its own, as the target json-schema writes it. */
const exported = (schema: JsonSchema): string =>
  JSON.stringify(
    typeof schema === 'boolean' ? schema : { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema },
  );

const oracles: readonly Oracle[] = [
  {
    tool: 'jsoncompat',
    unread: [],
    async load() {
      const folder = join(packages, 'jsoncompat');
      const compat = (await import(pathToFileURL(join(folder, 'jsoncompat_wasm.js')).href)) as JsonCompat;
      // It would fetch the module by a URL, which Node does not do for files.
      compat.initSync({ module: await readFile(join(folder, 'jsoncompat_wasm_bg.wasm')) });
      return async (from, to) =>
        compat.check_compat(exported(from), exported(to), 'deserializer') ? 'safe' : 'breaks';
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
    async load() {
      const { diffSchemas } = createRequire(import.meta.url)(join(packages, 'json-schema-diff')) as JsonSchemaDiff;
      // It replaces references in what it is given.
      return async (from, to) => {
        const [sourceSchema, destinationSchema] = [structuredClone(from), structuredClone(to)];
        return (await diffSchemas({ sourceSchema, destinationSchema })).removalsFound ? 'breaks' : 'safe';
      };
    },
    agreements: 76,
    wrong: [],
  },
];

const ajv = new Ajv2020({ ...quickAjv, ownProperties: true, validateSchema: false });
addFormats.default(ajv);

/** What the comparison answers where values may hold what their own schema does not name; ajv has to confirm each break. */
function ourAnswer(from: JsonSchema, to: JsonSchema): Answer {
  const { breaks, open } = new SchemaComparer(true).compare(schemaDocument(from), schemaDocument(to), []);
  for (const { witness = null } of breaks)
    expect([ajv.validate(from, witness), ajv.validate(to, witness)], JSON.stringify(witness)).toEqual([true, false]);
  return breaks.length > 0 ? 'breaks' : open.length > 0 ? 'undecided' : 'safe';
}

const keywordsOf = (schemas: readonly JsonSchema[]): readonly string[] =>
  [...JSON.stringify(schemas).matchAll(/"([^"]+)":/g)].map(([, name = '']) => name);

// Enough to show what each tool reads: in items and in open alternatives both answer as here. In maps jsoncompat sees no
// change at all; references in a circle json-schema-diff does not read.
const places = changePlaces.filter(([where]) => ['as it is', 'in a property', 'in a shared type'].includes(where));

describe.each(oracles)(`Beside $tool ${needs}`, { timeout: 600_000 }, ({ tool, unread, load, agreements, wrong }) => {
  const listed = wrong.flatMap(([, ...where]) => where);

  it.skipIf(!has(tool)).each(places)('the same is found of changes %s, but where the tool is wrong', async (_, put) => {
    const ask = await load();
    const apart: Disagreement[] = [];
    let agreed = 0;
    for (const [change, a, b] of schemaChanges) {
      const [before, after] = [put(a), put(b)];
      if (keywordsOf([before, after]).some((keyword) => unread.includes(keyword))) continue;
      for (const [side, from, to] of [
        ['writers', before, after],
        ['readers', after, before],
      ] as const) {
        const theirs = await ask(from, to);
        if (theirs === ourAnswer(from, to)) agreed += 1;
        else apart.push([change, side, theirs]);
      }
    }
    expect({ agreed, apart: apart.map(String).sort() }).toEqual({
      agreed: agreements,
      apart: listed.map(String).sort(),
    });
  });
});
