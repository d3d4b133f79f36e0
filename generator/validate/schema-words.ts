import type { Path } from '../json.js';
import { pointerPath } from '../schema/pointer.js';
import { didYouMean } from '../text/suggest.js';
import { allowedValues, type SchemaError } from './telling-errors.js';

/** What is wrong with a value, where, and in plain words. */
export interface ValueProblem {
  /** Leads from the value that was checked to the one at fault. */
  readonly path: Path;
  /** Whether the key or the value is at fault. */
  readonly part: 'key' | 'value';
  /** One sentence. */
  readonly message: string;
}

const removeOrAdd = ' Remove it, or add it to the schema.';

type Words = (error: SchemaError) => string;

const words: Readonly<Record<string, Words>> = {
  type: ({ params, data }) =>
    `${indefinite(params['type'])} is expected here, not ${kindOf(data)}.${quoteHint(params['type'], data)}`,
  enum: oneOfValues,
  const: oneOfValues,
  required: ({ params }) => `${quoted(params['missingProperty'])} is missing here: add it.`,
  dependentRequired: ({ params }) =>
    `With ${quoted(params['property'])} comes ${quoted(params['missingProperty'])}, which is missing here: add it.`,
  minimum: ({ data, schema }) => `${told(data)} is less than the minimum: write ${told(schema)} or more.`,
  maximum: ({ data, schema }) => `${told(data)} is greater than the maximum: write ${told(schema)} or less.`,
  exclusiveMinimum: ({ data, schema }) => `${told(data)} is not greater than ${told(schema)}: write more.`,
  exclusiveMaximum: ({ data, schema }) => `${told(data)} is not less than ${told(schema)}: write less.`,
  multipleOf: ({ data, schema }) => `${told(data)} is no multiple of ${told(schema)}: write one.`,
  minLength: ({ schema }) => `This text is shorter than ${count(schema, 'character')}: write more.`,
  maxLength: ({ schema }) => `This text is longer than ${count(schema, 'character')}: shorten it.`,
  pattern: ({ data, schema }) => `${told(data)} does not match ${String(schema)}: write a text that does.`,
  format: ({ data, schema }) => `${told(data)} is no ${String(schema)}${sampleOf(String(schema))}.`,
  minItems: ({ schema }) => `This list has fewer than ${count(schema, 'item')}: add more.`,
  maxItems: ({ schema }) => `This list has more than ${count(schema, 'item')}: remove some.`,
  items: ({ params }) => `This list has more than ${count(params['limit'], 'item')}: remove the rest.`,
  uniqueItems: ({ params }) => `This repeats item ${Number(params['first']) + 1} of the list: remove one.`,
  contains: ({ params }) => containsWords(Number(params['minContains'] ?? 1), params['maxContains']),
  minProperties: tooFewKeys,
  maxProperties: ({ schema }) => `This mapping has more than ${count(schema, 'key')}: remove some.`,
  propertyNames: ({ params }) => `${quoted(params['propertyName'])} is no allowed name: rename it.`,
  additionalProperties: ({ params, parentSchema }) => {
    const name = String(params['additionalProperty']);
    return `The schema has no property ${quoted(name)}.${didYouMean(name, propertyNames(parentSchema)) || removeOrAdd}`;
  },
  unevaluatedProperties: ({ params }) =>
    `The schema has no property ${quoted(params['unevaluatedProperty'])}.${removeOrAdd}`,
  unevaluatedItems: ({ params }) => `This list has more than ${count(params['len'], 'item')}: remove the rest.`,
  anyOf: ({ schema, data }) => unionWords(schema, data),
  oneOf: ({ schema, data, params }) =>
    Array.isArray(params['passingSchemas'])
      ? `Alternatives ${params['passingSchemas'].map((index) => Number(index) + 1).join(' and ')} of oneOf both accept this, and only one may: let them exclude each other, or write anyOf.`
      : unionWords(schema, data),
  not: () => 'The schema excludes this value with not: write another.',
  'false schema': () => 'The schema allows nothing here: remove it.',
};

/**
 * Puts an error of ajv into plain words.
 *
 * @param error - The error, verbose.
 */
export function wordError(error: SchemaError): ValueProblem {
  const path = pointerPath(error.instancePath);
  const word = Object.hasOwn(words, error.keyword) ? words[error.keyword] : undefined;
  const message = word?.(error) ?? `The schema does not accept ${kindOf(error.data)} here (${error.keyword}).`;
  const key = error.params['additionalProperty'] ?? error.params['unevaluatedProperty'] ?? error.params['propertyName'];
  if (typeof key === 'string') return { path: [...path, key], part: 'key', message };
  if (error.keyword === 'uniqueItems')
    return { path: [...path, Number(error.params['index'])], part: 'value', message };
  return { path, part: isAboutWhole(error.keyword) ? 'key' : 'value', message };
}

/** A value as it is quoted in a message: JSON, cut where it is long. */
export function told(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** What a value is, for people. */
function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : `the ${typeof value} ${told(value)}`;
}

/** Names of the properties that a schema lists. */
export function propertyNames(schema: object | undefined): string[] {
  return Object.keys((schema as { properties?: object } | undefined)?.properties ?? {});
}

/** What is missing from a mapping, or is too much of it, is shown at its key and not by all of its text. */
function isAboutWhole(keyword: string): boolean {
  return ['required', 'dependentRequired', 'minProperties', 'maxProperties', 'minItems', 'contains'].includes(keyword);
}

/** So many names of keys are told. */
const mostNames = 12;

function tooFewKeys({ schema, data, parentSchema }: SchemaError): string {
  const names = propertyNames(parentSchema);
  const isEmpty = Object.keys(data as object).length === 0;
  if (!isEmpty || names.length === 0 || names.length > mostNames)
    return `This mapping has fewer than ${count(schema, 'key')}: add more.`;
  return `This mapping is empty: add ${names.map(told).join(' or ')}.`;
}

function oneOfValues(error: SchemaError): string {
  const values = [...new Set(allowedValues(error))];
  const { data } = error;
  const names = values.filter((value) => typeof value === 'string');
  const hint = typeof data === 'string' ? didYouMean(data, names) : '';
  if (values.length === 1) return `Only ${told(values[0])} may stand here, not ${told(data)}.${hint}`;
  const shown = values.slice(0, 12).map(told).join(', ');
  return `${told(data)} is not one of ${shown}${values.length > 12 ? ', …' : ''}.${hint}`;
}

function unionWords(branches: unknown, data: unknown): string {
  const types = (branches as readonly { type?: string | string[] }[]).flatMap(({ type }) => type ?? []);
  if (types.length > 0) return `${indefinite([...new Set(types)])} is expected here, not ${kindOf(data)}.`;
  return `No alternative accepts ${kindOf(data)} here: write what one of them accepts.`;
}

function containsWords(least: number, most: unknown): string {
  const limit = most === undefined ? '' : ` and at most ${String(most)}`;
  return `At least ${least}${limit} of the items must match contains: correct the list.`;
}

/** Whether a text would be of one of the types without its quotes. */
function isQuoted(text: string, types: readonly unknown[]): boolean {
  if (/^(?:true|false)$/.test(text)) return types.includes('boolean');
  if (/^-?(?:0|[1-9]\d*)$/.test(text)) return types.includes('integer') || types.includes('number');
  return /^-?(?:0|[1-9]\d*)\.\d+$/.test(text) && types.includes('number');
}

/** A number or a switch where a text is expected was most often meant as a text, and the other way round; one value as a list. */
function quoteHint(types: unknown, value: unknown): string {
  const names: readonly unknown[] = [types].flat();
  if (names.every((name) => name === 'array') && (typeof value === 'string' || typeof value === 'number'))
    return ` Write [${told(value)}].`;
  const [only, ...more] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  if (names.every((name) => name === 'string') && typeof only === 'string' && more.length === 0)
    return ` Write ${told(only)}.`;
  if (typeof value === 'string') return isQuoted(value, names) ? ' Remove the quotes.' : '';
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  return isPlain && names.includes('string') ? ' Put it in quotes.' : '';
}

function indefinite(types: unknown): string {
  const nouns: Readonly<Record<string, string>> = { object: 'a mapping', array: 'a list', null: 'null' };
  const names = [types].flat().map((name) => nouns[String(name)] ?? `a ${String(name)}`);
  const text = names.join(' or ').replaceAll('a integer', 'an integer');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What formats look like. */
const samples: ReadonlyMap<string, string> = new Map([
  ['date-time', '2026-02-28T13:30:00Z'],
  ['date', '2026-02-28'],
  ['time', '13:30:00Z'],
  ['duration', 'P1DT12H'],
  ['email', 'name@example.com'],
  ['hostname', 'example.com'],
  ['ipv4', '192.0.2.1'],
  ['ipv6', '2001:db8::1'],
  ['uri', 'https://example.com/path'],
  ['uuid', '123e4567-e89b-12d3-a456-426614174000'],
]);

function sampleOf(format: string): string {
  const sample = samples.get(format);
  return sample === undefined ? ': correct it' : `: write it like ${sample}`;
}

function count(number: unknown, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}

function quoted(text: unknown): string {
  return JSON.stringify(String(text));
}
