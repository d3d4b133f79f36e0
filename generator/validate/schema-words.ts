import type { Path } from '../load/source.js';
import { pointerPath } from '../schema/pointer.js';
import { didYouMean } from './suggest.js';
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

type Words = (error: SchemaError) => string;

const words: Readonly<Record<string, Words>> = {
  type: ({ params, data }) =>
    `${indefinite(params['type'])} is expected here, not ${kindOf(data)}.${quoteHint(params['type'], data)}`,
  enum: oneOfValues,
  const: oneOfValues,
  required: ({ params }) => `${quoted(params['missingProperty'])} is missing here.`,
  dependentRequired: ({ params }) =>
    `With ${quoted(params['property'])} comes ${quoted(params['missingProperty'])}, which is missing here.`,
  minimum: ({ data, schema }) => `${told(data)} is less than the minimum, ${told(schema)}.`,
  maximum: ({ data, schema }) => `${told(data)} is greater than the maximum, ${told(schema)}.`,
  exclusiveMinimum: ({ data, schema }) => `${told(data)} is not greater than ${told(schema)}.`,
  exclusiveMaximum: ({ data, schema }) => `${told(data)} is not less than ${told(schema)}.`,
  multipleOf: ({ data, schema }) => `${told(data)} is no multiple of ${told(schema)}.`,
  minLength: ({ schema }) => `This text is shorter than ${count(schema, 'character')}.`,
  maxLength: ({ schema }) => `This text is longer than ${count(schema, 'character')}.`,
  pattern: ({ data, schema }) => `${told(data)} does not match ${String(schema)}.`,
  format: ({ data, schema }) => `${told(data)} is no ${String(schema)}.`,
  minItems: ({ schema }) => `This list has fewer than ${count(schema, 'item')}.`,
  maxItems: ({ schema }) => `This list has more than ${count(schema, 'item')}.`,
  items: ({ params }) => `This list has more than ${count(params['limit'], 'item')}.`,
  uniqueItems: ({ params }) => `This repeats item ${Number(params['first']) + 1} of the list: remove one.`,
  contains: ({ params }) => containsWords(Number(params['minContains'] ?? 1), params['maxContains']),
  minProperties: ({ schema }) => `This mapping has fewer than ${count(schema, 'key')}.`,
  maxProperties: ({ schema }) => `This mapping has more than ${count(schema, 'key')}.`,
  propertyNames: ({ params }) => `${quoted(params['propertyName'])} is no allowed name.`,
  additionalProperties: ({ params, parentSchema }) => {
    const name = String(params['additionalProperty']);
    return `The schema has no property ${quoted(name)}.${didYouMean(name, propertyNames(parentSchema))}`;
  },
  unevaluatedProperties: ({ params }) => `The schema has no property ${quoted(params['unevaluatedProperty'])}.`,
  unevaluatedItems: ({ params }) => `This list has more than ${count(params['len'], 'item')}.`,
  anyOf: ({ schema, data }) => unionWords(schema, data),
  oneOf: ({ schema, data, params }) =>
    Array.isArray(params['passingSchemas'])
      ? `Alternatives ${params['passingSchemas'].map((index) => Number(index) + 1).join(' and ')} of oneOf both accept this, and only one may.`
      : unionWords(schema, data),
  not: () => 'The schema excludes this value with not.',
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

function oneOfValues(error: SchemaError): string {
  const values = allowedValues(error);
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
  return `No alternative accepts ${kindOf(data)} here.`;
}

function containsWords(least: number, most: unknown): string {
  const limit = most === undefined ? '' : ` and at most ${String(most)}`;
  return `At least ${least}${limit} of the items must match contains.`;
}

/** A number or a switch where a text is expected was most often meant as a text. */
function quoteHint(types: unknown, value: unknown): string {
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  return isPlain && [types].flat().includes('string') ? ' Put it in quotes.' : '';
}

function indefinite(types: unknown): string {
  const nouns: Readonly<Record<string, string>> = { object: 'a mapping', array: 'a list', null: 'null' };
  const names = [types].flat().map((name) => nouns[String(name)] ?? `a ${String(name)}`);
  const text = names.join(' or ').replaceAll('a integer', 'an integer');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function count(number: unknown, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}

function quoted(text: unknown): string {
  return JSON.stringify(String(text));
}
