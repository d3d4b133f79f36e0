import type { JsonSchema, SchemaContents, SchemaMap, SchemaObject } from './json-schema.js';
import { keywordTable, type KeywordEffect, type KeywordTable } from './keyword-table.js';

/** What a keyword holds: a plain value, a schema, a list of schemas, or schemas by name. */
export type KeywordContent = 'value' | keyof SchemaContents;

/** One keyword of JSON Schema 2020-12, or of this project. */
export interface Keyword {
  readonly name: keyof SchemaObject;
  readonly holds: KeywordContent;
  readonly effect: KeywordEffect;
}

const schemaContents: ReadonlySet<string> = new Set<keyof SchemaContents>(['schema', 'list', 'map']);

/** Every keyword, in an order that visits those that shape the type first. */
export const keywords = (Object.keys(keywordTable) as (keyof KeywordTable)[]).map((name): Keyword => {
  const [effect, content] = keywordTable[name];
  return { name, effect, holds: schemaContents.has(content) ? (content as keyof SchemaContents) : 'value' };
});

/** The names of all of them. */
export const keywordNames: ReadonlySet<string> = new Set(keywords.map(({ name }) => name));

const contents = new Map<string, KeywordContent>(keywords.map(({ name, holds }) => [name, holds]));

/** What a keyword holds, by its name; a plain value where the keyword is not known. */
export const contentOf = (name: string): KeywordContent => contents.get(name) ?? 'value';

/** The keywords that say which values fit; `$defs` only holds what references reach. */
export const assertions: readonly Keyword[] = keywords.filter(
  ({ name, effect }) => effect !== 'annotation' && name !== '$defs' && name !== 'x-known-values',
);

/** Makes a function that lists which of some keywords a schema has, in the order in which they are given here. */
export function keywordsAmong(wanted: readonly Keyword[]): (schema: SchemaObject) => readonly Keyword[] {
  const ranked = new Map<string, Keyword & { readonly rank: number }>(
    wanted.map((each, rank) => [each.name, { ...each, rank }]),
  );
  // A schema has few keywords, and a catalog very many schemas: what it has is looked up, not what it could have.
  return (schema) => {
    const found = [];
    for (const name of Object.keys(schema)) {
      const entry = ranked.get(name);
      if (entry !== undefined && schema[entry.name] !== undefined) found.push(entry);
    }
    return found.length < 2 ? found : found.sort((a, b) => a.rank - b.rank);
  };
}

const subschemaKeywordsOf = keywordsAmong(keywords.filter(({ holds }) => holds !== 'value'));

/** A schema inside a schema, and the way to it. */
export interface Subschema {
  readonly path: readonly (string | number)[];
  readonly schema: JsonSchema;
}

/** The schemas directly inside a schema, which need not have been checked yet. */
export function subschemas(schema: JsonSchema): Subschema[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const found: Subschema[] = [];
  for (const { name, holds } of subschemaKeywordsOf(schema)) {
    const content = schema[name];
    if (holds === 'schema') found.push({ path: [name], schema: content as JsonSchema });
    else if (typeof content === 'object' && Array.isArray(content) === (holds === 'list'))
      for (const [key, inner] of Object.entries((content ?? {}) as Readonly<Record<string, JsonSchema>>))
        found.push({ path: [name, holds === 'list' ? Number(key) : key], schema: inner });
  }
  return found;
}

/** What a keyword holds, with something else in place of each schema in it. */
export function mapSchemas(content: unknown, holds: KeywordContent, map: (schema: JsonSchema) => unknown): unknown {
  if (holds === 'value') return content;
  if (holds === 'schema') return map(content as JsonSchema);
  if (holds === 'list') return (content as readonly JsonSchema[]).map((each) => map(each));
  return Object.fromEntries(Object.entries(content as SchemaMap).map(([name, each]) => [name, map(each)]));
}

const inPlace: ReadonlySet<unknown> = new Set('allOf anyOf oneOf not if then else dependentSchemas'.split(' '));

/** Whether a subschema is about the very value that the schema around it is about. */
export function isInPlace({ path: [first] }: Subschema): boolean {
  return inPlace.has(first);
}

/** Visits a schema and all schemas inside it, outermost first; none inside one whose visit returns `false`. */
export function walkSchema(
  schema: JsonSchema,
  path: readonly (string | number)[],
  visit: (schema: JsonSchema, path: readonly (string | number)[]) => unknown,
): void {
  if (visit(schema, path) === false) return;
  for (const inner of subschemas(schema)) walkSchema(inner.schema, [...path, ...inner.path], visit);
}
