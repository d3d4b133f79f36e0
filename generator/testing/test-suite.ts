import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../json.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { keywords, walkSchema } from '../schema/keywords.js';

/** A schema of the official test suite of JSON Schema, and values with its verdict on them. */
export interface SuiteGroup {
  /** The file's name without its extension: the keyword that is tested. */
  readonly file: string;
  readonly description: string;
  readonly schema: JsonSchema;
  readonly tests: readonly { readonly description: string; readonly data: Json; readonly valid: boolean }[];
}

/** Where Debian's package libtest-json-schema-acceptance-perl puts the suite; no npm package holds it. */
const folder = '/usr/share/perl5/auto/share/dist/Test-JSON-Schema-Acceptance/tests/draft2020-12';

/** Whether the official test suite is on this machine; tests that need it are skipped where it is not. */
export const hasSuite = existsSync(folder);

const taken: ReadonlySet<string> = new Set(['$schema', ...keywords.map(({ name }) => name)]);

/** The groups of the official test suite, required part of 2020-12, whose schemas a catalog could hold; none without it. */
export function suiteGroups(): SuiteGroup[] {
  const names = hasSuite ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  return names.flatMap((name) => {
    const groups = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Omit<SuiteGroup, 'file'>[];
    return groups.filter(({ schema }) => isTaken(schema)).map((group) => ({ file: name.slice(0, -5), ...group }));
  });
}

/** Whether a schema is of this dialect, has known keywords alone, and refers to nothing but itself. */
function isTaken(root: JsonSchema): boolean {
  let isEveryTaken = true;
  walkSchema(root, [], (schema) => {
    if (typeof schema === 'boolean') return;
    const isLocal = schema.$ref === undefined || schema.$ref.startsWith('#');
    const isOfDialect = schema.$schema === undefined || schema.$schema.includes('/2020-12/schema');
    if (!isLocal || !isOfDialect || !Object.keys(schema).every((name) => taken.has(name))) isEveryTaken = false;
  });
  return isEveryTaken;
}
