import { canonical } from '../canonical.js';
import type { KeywordCompiler } from '../keyword-compiler.js';
import type { Check } from '../run.js';
import type { JsonValue } from '../schema.js';
import { describe, isObject } from '../values.js';

const typeChecks: Readonly<Record<string, (value: unknown) => boolean>> = {
  null: (value) => value === null,
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => Number.isInteger(value),
  number: (value) => Number.isFinite(value),
  string: (value) => typeof value === 'string',
  array: Array.isArray,
  object: isObject,
};

/** `type` (JSON Schema Validation 2020-12, section 6.1.1); a number without a fraction is an integer. */
export const compileType: KeywordCompiler = ({ type }) => {
  if (type === undefined) return undefined;
  const names = [type].flat();
  const checks = names.map((name) => typeChecks[name]);
  return (value, run) => checks.some((check) => check?.(value)) || run.report('type', typeMessage(names, value), names);
};

/**
 * What is wrong with a value of another type.
 *
 * @param names - The types that are expected.
 * @param value - The value.
 */
export function typeMessage(names: readonly unknown[], value: unknown): string {
  const nouns = names.map((name) =>
    name === 'null' ? name : `${/^[aio]/.test(String(name)) ? 'an' : 'a'} ${String(name)}`,
  );
  return `Must be ${listed(nouns)}, not ${describe(value)}.`;
}

/** `enum` (section 6.1.2). */
export const compileEnum: KeywordCompiler = (schema) => schema.enum && oneOfValues('enum', schema.enum);

/** `const` (section 6.1.3). */
export const compileConst: KeywordCompiler = (schema) =>
  schema.const === undefined ? undefined : oneOfValues('const', [schema.const]);

function oneOfValues(keyword: string, values: readonly JsonValue[]): Check {
  const known = new Set(values.map((value) => canonical(value)));
  const message = valuesMessage(values);
  return (value, run) => isKnown(known, value) || run.report(keyword, message, values);
}

/**
 * What is wrong with a value that is none of those that a schema lists.
 *
 * @param values - Those that it lists.
 */
export function valuesMessage(values: readonly unknown[]): string {
  const message = `Must be ${listed(values.map((value) => JSON.stringify(value)))}.`;
  return message.length > 300 ? `Must be one of the ${values.length} values that the schema lists.` : message;
}

/** A value nested too deeply to be compared equals none that a schema lists. */
function isKnown(known: ReadonlySet<string | undefined>, value: unknown): boolean {
  const text = canonical(value);
  return text !== undefined && known.has(text);
}

function listed(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  const last = others.pop();
  if (last === undefined) return first;
  return `${[first, ...others].join(', ')} or ${last}`;
}
