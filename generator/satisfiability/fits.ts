import { isJsonObject, type Json } from '../json.js';
import { kindOfValue } from '../schema/value-kinds.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import { keywords } from '../schema/keywords.js';
import { canonicalText } from '../schema/canonical-text.js';
import { hasFormat, isNumberFormat, knownFormats } from '../schema/formats.js';
import { isMultiple } from '../../templates/typescript/src/validators/runtime/keywords/numbers.js';
import type { Analyzer } from './conflict.js';

/** Reports a value and a schema whether it fits; `undefined` where that is not plain to see. */
export type Fits = (schema: JsonSchema) => boolean | undefined;

type Check = (value: Json, schema: SchemaObject, fits: Fits, matches: Analyzer['matches']) => boolean | undefined;

const ignored: ReadonlySet<string> = new Set([
  ...keywords.filter(({ effect }) => effect === 'annotation').map(({ name }) => name),
  '$defs',
  'x-known-values',
  // Read by `if`.
  'then',
  'else',
]);

const ofNumbers = (check: (value: number, limit: number) => boolean | undefined) => (value: Json, limit: unknown) =>
  typeof value !== 'number' || check(value, limit as number);
const ofTexts = (check: (value: string, limit: unknown) => boolean | undefined) => (value: Json, limit: unknown) =>
  typeof value !== 'string' || check(value, limit);
const ofLists = (check: (value: readonly Json[], limit: number) => boolean) => (value: Json, limit: unknown) =>
  !Array.isArray(value) || check(value, limit as number);
const ofObjects = (check: (names: readonly string[], limit: unknown) => boolean) => (value: Json, limit: unknown) =>
  !isJsonObject(value) || check(Object.keys(value), limit);

const texts = new WeakMap<readonly Json[], ReadonlySet<string>>();

/** The values of a list as texts: every value of a large one may be looked up in it. */
function textsOf(values: readonly Json[]): ReadonlySet<string> {
  const known = texts.get(values) ?? new Set(values.map(canonicalText));
  texts.set(values, known);
  return known;
}

/** Keywords that analyzer a value without a look at others. */
const plain: Readonly<Record<string, (value: Json, limit: unknown) => boolean | undefined>> = {
  type: (value, types) => [types].flat().some((type) => isOfType(value, type)),
  const: (value, wanted) => canonicalText(value) === canonicalText(wanted as Json),
  enum: (value, wanted) => textsOf(wanted as readonly Json[]).has(canonicalText(value)),
  minimum: ofNumbers((value, limit) => value >= limit),
  maximum: ofNumbers((value, limit) => value <= limit),
  exclusiveMinimum: ofNumbers((value, limit) => value > limit),
  exclusiveMaximum: ofNumbers((value, limit) => value < limit),
  multipleOf: ofNumbers(isMultiple),
  minLength: ofTexts((value, limit) => [...value].length >= Number(limit)),
  maxLength: ofTexts((value, limit) => [...value].length <= Number(limit)),
  minItems: ofLists((value, limit) => value.length >= limit),
  maxItems: ofLists((value, limit) => value.length <= limit),
  minProperties: ofObjects((names, limit) => names.length >= Number(limit)),
  maxProperties: ofObjects((names, limit) => names.length <= Number(limit)),
  required: ofObjects((names, wanted) => (wanted as readonly string[]).every((name) => names.includes(name))),
};

const composed: Readonly<Record<string, Check>> = {
  allOf: (_, { allOf = [] }, fits) => every(allOf, fits),
  anyOf: (_, { anyOf = [] }, fits) => opposite(every(anyOf, (branch) => opposite(fits(branch)))),
  oneOf: (_, { oneOf = [] }, fits) => one(oneOf.map(fits)),
  not: (_, { not = false }, fits) => opposite(fits(not)),
  if: (_, schema, fits) => {
    const holds = fits(schema.if ?? true);
    const [met, unmet] = [fits(schema.then ?? true), fits(schema.else ?? true)];
    if (holds === undefined) return met === unmet ? met : undefined;
    return holds ? met : unmet;
  },
  pattern: (value, { pattern = '' }, _, matches) => typeof value !== 'string' || matches(pattern, value),
  format: (value, { format = '' }) => {
    if (!knownFormats.has(format) || typeof value !== 'string') return isNumberFormat(format) ? undefined : true;
    return isNumberFormat(format) || hasFormat(format, value);
  },
};

/** Keywords by the kind of values that they are about; values of another kind fit them. */
const structural: Readonly<Record<string, 'object' | 'array'>> = {
  properties: 'object',
  patternProperties: 'object',
  additionalProperties: 'object',
  propertyNames: 'object',
  unevaluatedProperties: 'object',
  dependentRequired: 'object',
  dependentSchemas: 'object',
  prefixItems: 'array',
  items: 'array',
  contains: 'array',
  minContains: 'array',
  maxContains: 'array',
  unevaluatedItems: 'array',
  uniqueItems: 'array',
};

/**
 * Whether a value fits the keywords of a schema that is an object, but for `$ref`.
 *
 * @param value - The value.
 * @param schema - The schema.
 * @param fits - Says whether the same value fits by a schema inside.
 * @param matches - Tells whether a text matches a pattern.
 */
export function fitsKeywords(
  value: Json,
  schema: SchemaObject,
  fits: Fits,
  matches: Analyzer['matches'],
): boolean | undefined {
  const kind = kindOfValue(value);
  const names = Object.keys(schema).filter((name) => !ignored.has(name) && name !== '$ref');
  // Those that take no time come first: where one refuses the value, the others are not asked.
  const ranked = [
    ...names.filter((name) => Object.hasOwn(plain, name)),
    ...names.filter((name) => !Object.hasOwn(plain, name)),
  ];
  return every(ranked, (name) => {
    if (Object.hasOwn(plain, name)) return plain[name]?.(value, schema[name as keyof SchemaObject]);
    if (Object.hasOwn(composed, name)) return composed[name]?.(value, schema, fits, matches);
    // What is inside of lists and objects is left to validators.
    return structural[name] === undefined || structural[name] === kind ? undefined : true;
  });
}

function isOfType(value: Json, type: unknown): boolean {
  return type === kindOfValue(value) || (type === 'integer' && Number.isInteger(value));
}

/** Whether something holds of all items, of each of which that may be unknown. */
export function every<Item>(items: readonly Item[], holds: (item: Item) => boolean | undefined): boolean | undefined {
  let answer: boolean | undefined = true;
  for (const item of items) {
    const each = holds(item);
    if (each === false) return false;
    if (each === undefined) answer = undefined;
  }
  return answer;
}

const opposite = (answer: boolean | undefined): boolean | undefined => (answer === undefined ? undefined : !answer);

function one(answers: readonly (boolean | undefined)[]): boolean | undefined {
  const sure = answers.filter((answer) => answer === true).length;
  if (sure > 1) return false;
  return answers.includes(undefined) ? undefined : sure === 1;
}
