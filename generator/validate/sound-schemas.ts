import type { Reporter } from '../diagnostics/reporter.js';
import { isJsonObject } from '../load/source.js';
import { valueAt } from '../schema/pointer.js';
import { subschemas, walkSchema } from '../schema/keywords.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import type { Catalog } from './catalog.js';
import { patternsOf, syntaxProblem } from './patterns.js';
import { References, type ReferenceTarget } from './references.js';
import { allSites, rootSites } from './schema-site.js';

/**
 * Tells which schemas have no error so far, neither in themselves nor in what they refer to: what others say of a value is
 * not yet what is meant.
 *
 * @param catalog - A catalog.
 * @param reporter - Holds the errors found so far.
 * @returns Tells it of a schema of the catalog.
 */
export function soundSchemas(catalog: Catalog, reporter: Reporter): (schema: unknown) => boolean {
  if (!reporter.hasErrors) return () => true;
  const users = new Map<unknown, unknown[]>();
  const use = (part: JsonSchema, user: SchemaObject): void => {
    const known = users.get(part);
    if (known === undefined) users.set(part, [user]);
    else known.push(user);
  };
  // Only objects: `true` here is not `true` there.
  const unsound = new Set<unknown>();
  for (const { file } of rootSites(catalog)) {
    for (const path of reporter.errorPaths(file)) {
      for (const depth of [...path.keys(), path.length]) {
        const value = valueAt(file.value, path.slice(0, depth));
        if (isJsonObject(value)) unsound.add(value);
      }
    }
  }
  for (const { file, schema } of allSites(catalog)) {
    if (typeof schema === 'boolean') continue;
    for (const part of subschemas(schema)) use(part.schema, schema);
    if (schema.$ref === undefined) continue;
    const target = catalog.references.resolve(schema.$ref, file);
    if ('problem' in target || isBroken(target, reporter)) unsound.add(schema);
    else use(target.schema, schema);
  }
  // A set is walked in the order in which its members were added, those that are added meanwhile too.
  for (const schema of unsound) for (const user of users.get(schema) ?? []) unsound.add(user);
  return (schema) => !unsound.has(schema);
}

/** Whether `true` stands here only in place of what is no schema. */
function isBroken({ file, pointer, schema }: ReferenceTarget, reporter: Reporter): boolean {
  return typeof schema === 'boolean' && reporter.has(file, [...References.schemaPath(file), ...pointer]);
}

/**
 * A copy of a schema whose sound parts can be used: the others have no references, and no patterns that are none.
 *
 * @param schema - The schema.
 * @param isSound - Tells which of the schemas inside it have no error.
 */
export function usableSchema(schema: JsonSchema, isSound: (schema: unknown) => boolean): JsonSchema {
  const copy = structuredClone(schema);
  const copies: JsonSchema[] = [];
  walkSchema(copy, [], (inner) => copies.push(inner));
  let number = 0;
  walkSchema(schema, [], (inner) => {
    const usable = copies[number];
    number += 1;
    if (typeof usable === 'object' && !isSound(inner)) leaveOutUnusable(usable);
  });
  return copy;
}

function leaveOutUnusable(schema: { -readonly [Name in keyof SchemaObject]: SchemaObject[Name] }): void {
  delete schema.$ref;
  if (patternsOf(schema).every(({ pattern }) => syntaxProblem(pattern) === undefined)) return;
  delete schema.pattern;
  delete schema.patternProperties;
}
