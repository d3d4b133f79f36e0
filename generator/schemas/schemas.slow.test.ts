import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { standardFormats } from '../schema/formats.js';
import { lintRules } from '../lint/rules.js';
import { keywords } from '../schema/keywords.js';

interface Schema {
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const kinds = ['catalog', 'message', 'type'] as const;
const read = (kind: string): Schema =>
  JSON.parse(readFileSync(join(import.meta.dirname, `${kind}.schema.json`), 'utf8')) as Schema;

/** Paths of the properties that an editor shows nothing about. */
function undescribed(schema: Schema, path: string): string[] {
  const inner = Object.entries({ ...schema.properties, ...schema.$defs });
  return [
    ...inner.flatMap(([name, each]) => [
      ...(each.description === undefined && name !== 'schema' ? [`${path}/${name}`] : []),
      ...undescribed(each, `${path}/${name}`),
    ]),
    ...(schema.items === undefined ? [] : undescribed(schema.items, `${path}/items`)),
  ];
}

describe('The JSON Schemas of catalog files', () => {
  it('are valid by the strict reading of ajv', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    ajv.addSchema(read('type'), 'type.schema.json');
    expect(() => ajv.compile(read('message'))).not.toThrow();
    expect(() => ajv.compile(read('catalog'))).not.toThrow();
  });

  it.each(kinds)('%s describes everything that an editor completes', (kind) => {
    expect(read(kind).description).toMatch(/\.$/);
    expect(undescribed(read(kind), kind)).toEqual([]);
  });

  it('describe each lint rule by its sentence', () => {
    const rules = read('catalog').properties?.['lint']?.properties?.['rules']?.properties ?? {};
    expect(Object.entries(rules).map(([id, { description }]) => [id, description])).toEqual(
      expect.arrayContaining(lintRules.map(({ id, sentence }) => [id, sentence])),
    );
  });

  it('know the keywords that the generator knows', () => {
    const known = Object.keys(read('type').$defs?.['schema']?.properties ?? {});
    expect(known.toSorted()).toEqual(keywords.map(({ name }) => name as string).toSorted());
  });

  it('offer formats that are known', () => {
    const offered = read('type').$defs?.['schema']?.properties?.['format']?.examples ?? [];
    expect(offered.length).toBeGreaterThan(5);
    expect(offered.filter((format) => !standardFormats.has(String(format)))).toEqual([]);
  });

  it('are named by the first line of every file of the catalog', () => {
    const catalog = join(import.meta.dirname, '../../catalog');
    const files = readdirSync(catalog, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'));
    expect(files.length).toBeGreaterThan(50);
    const wrong = files.filter((path) => {
      const [line = ''] = readFileSync(join(catalog, path), 'utf8').split('\n');
      const named = /^# yaml-language-server: \$schema=(\S+)$/.exec(line)?.[1] ?? '';
      const kind = path.startsWith('messages') ? 'message' : path.startsWith('types') ? 'type' : 'catalog';
      const target = relative(import.meta.dirname, resolve(dirname(join(catalog, path)), named));
      return target !== `${kind}.schema.json`;
    });
    expect(wrong).toEqual([]);
  });
});
