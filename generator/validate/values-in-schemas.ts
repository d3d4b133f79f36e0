import type { Json, Path } from '../json.js';
import type { SourceFile } from '../load/source.js';
import type { SchemaObject } from '../schema/json-schema.js';
import { kindOfValue } from '../schema/value-kinds.js';
import type { Catalog } from '../catalog/catalog.js';
import { allSites, type SchemaSite } from '../catalog/schema-site.js';

/** The rules that values beside schemas are held to. */
export type ValueRule = 'valid-example' | 'valid-default' | 'valid-known-value' | 'possible-value';

/** A value that a schema holds, to be checked against it. */
export interface ValueInSchema {
  readonly site: SchemaSite;
  readonly rule: ValueRule;
  readonly file: SourceFile;
  readonly path: Path;
  readonly value: Json;
}

/** Keywords that accept or refuse nothing by themselves. */
const silent = new Set([
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  '$comment',
  '$defs',
  'x-known-values',
  'x-secret',
]);

/**
 * The values that the schemas of a catalog hold and that their schemas could refuse. Those whose schema says nothing but
 * their type are judged here, which is most of them: compiling a schema takes a hundred times as long.
 *
 * @param catalog - A catalog.
 */
export function valuesIn(catalog: Catalog): ValueInSchema[] {
  return allSites(catalog).flatMap((site) => {
    const { file, path, schema } = site;
    if (typeof schema === 'boolean') return [];
    return valuesOf(schema)
      .filter(({ value, at }) => !isPlainlyValid(schema, value, at[0] === 'enum'))
      .map(({ rule, at, value }) => ({ site, rule, file, path: [...path, ...at], value }));
  });
}

function valuesOf(schema: SchemaObject): { rule: ValueRule; at: Path; value: Json }[] {
  const list = (rule: ValueRule, keyword: 'examples' | 'x-known-values' | 'enum') =>
    [...(schema[keyword] ?? []).entries()].map(([index, value]) => ({ rule, at: [keyword, index], value }));
  const single = (rule: ValueRule, keyword: 'default' | 'const') => {
    const value = schema[keyword];
    return value === undefined ? [] : [{ rule, at: [keyword], value }];
  };
  return [
    ...single('valid-default', 'default'),
    ...list('valid-example', 'examples'),
    ...list('valid-known-value', 'x-known-values'),
    ...list('possible-value', 'enum'),
    ...single('possible-value', 'const'),
  ];
}

function isPlainlyValid(schema: SchemaObject, value: Json, isOwnEnum: boolean): boolean {
  const { type, enum: values, const: constant } = schema;
  const isPlain = Object.keys(schema).every(
    (keyword) => silent.has(keyword) || ['type', 'enum', 'const'].includes(keyword),
  );
  if (!isPlain || (typeof value === 'object' && value !== null)) return false;
  const kind = kindOfValue(value);
  const isOfType =
    type === undefined ||
    [type].flat().some((name) => name === kind || (name === 'integer' && Number.isInteger(value)));
  return (
    isOfType &&
    (isOwnEnum || values === undefined || values.includes(value)) &&
    (constant === undefined || constant === value)
  );
}
