import type { Json } from '../json.js';
import { codeSpan } from '../text/code-span.js';
import { pluralize } from '../text/pluralize.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import { keywords, keywordsAmong } from '../schema/keywords.js';
import { branchPhrase } from './condition-phrases.js';

/** What documentation says of a field or type beside its type. */
export interface Notes {
  /** Markdown; empty where the catalog has none. */
  readonly description: string;
  /** Whether a number has no fraction. */
  readonly isInteger: boolean;
  /** Format, limits and other conditions, a sentence each, as Markdown. */
  readonly conditions: readonly string[];
  /** What values the type that it refers to has, as a sentence, where these have no parts; else empty. */
  readonly standsFor: string;
  /** Values that are known of an open list. */
  readonly knownValues: readonly string[];
  /** Not of a secret, nor are the examples. */
  readonly default: Json | undefined;
  readonly examples: readonly Json[];
  readonly isDeprecated: boolean;
  /** A credential, which is never printed. */
  readonly isSecret: boolean;
}

/** A format's name, and what it means where that is not plain. */
const formats: Readonly<Record<string, string>> = {
  'date-time': 'date-time (RFC 3339), such as `2026-03-14T09:26:53Z`',
  date: 'date (RFC 3339), such as `2026-03-14`',
  time: 'time (RFC 3339), such as `09:26:53Z`',
  duration: 'duration (ISO 8601), such as `PT15M`',
  uri: 'URI (RFC 3986), absolute',
  uuid: 'UUID (RFC 9562)',
  email: 'e-mail address (RFC 5321)',
  hostname: 'host name (RFC 1123)',
  ipv4: 'IPv4 address',
  ipv6: 'IPv6 address',
};

type Sentence<Name extends keyof SchemaObject> = (
  value: NonNullable<SchemaObject[Name]>,
  schema: SchemaObject,
  required: ReadonlySet<string>,
) => string | readonly string[] | undefined;

/** What is said of an object that has no other properties, which its type says too. */
export const noOtherProperties = 'No other properties.';

/** Says each keyword that a type cannot express. */
const sentences: { readonly [Name in keyof SchemaObject]?: Sentence<Name> } = {
  format: (value) => `Format: ${Object.hasOwn(formats, value) ? formats[value] : codeSpan(value)}.`,
  contentEncoding: (value) => `Encoded as ${codeSpan(value)}.`,
  contentMediaType: (value) => `Holds ${codeSpan(value)}.`,
  contentSchema: () => 'The text it holds has a schema of its own.',
  minimum: (value) => `Minimum: ${value}.`,
  maximum: (value) => `Maximum: ${value}.`,
  exclusiveMinimum: (value) => `Greater than ${value}.`,
  exclusiveMaximum: (value) => `Less than ${value}.`,
  multipleOf: (value) => `Multiple of ${value}.`,
  minLength: (value) => `At least ${pluralize(value, 'character')}.`,
  maxLength: (value) => `At most ${pluralize(value, 'character')}.`,
  pattern: (value) => `Matches ${codeSpan(value)}.`,
  minItems: (value) => (value > 0 ? `At least ${pluralize(value, 'item')}.` : undefined),
  maxItems: (value) => `At most ${pluralize(value, 'item')}.`,
  uniqueItems: (value) => (value ? 'No two items are equal.' : undefined),
  contains: (_, schema) => containsSentence(schema),
  unevaluatedItems: (value) => (value === false ? 'No further items.' : 'Further items have a schema of their own.'),
  minProperties: (value) => (value > 0 ? `At least ${pluralize(value, 'property', 'properties')}.` : undefined),
  maxProperties: (value) => `At most ${pluralize(value, 'property', 'properties')}.`,
  propertyNames: (value) => propertyNamesSentence(value),
  patternProperties: (value) =>
    `Properties that match ${Object.keys(value).map(codeSpan).join(', ')} have a type of their own, checked at run time.`,
  unevaluatedProperties: (value) =>
    value === false ? 'No further properties.' : 'Further properties have a schema of their own.',
  dependentRequired: (value) =>
    Object.entries(value)
      .filter(([, names]) => names.length > 0)
      .map(([name, names]) => `With ${codeSpan(name)} comes ${names.map(codeSpan).join(', ')}.`)
      .join(' ') || undefined,
  dependentSchemas: (value) =>
    `What else holds depends on ${Object.keys(value).map(codeSpan).join(', ')}; it is checked at run time.`,
  not: () => 'Some values of this type are excluded; that is checked at run time.',
  if: (_, schema, required) => conditionSentences(schema, required),
  additionalProperties: (value) => (value === false ? noOtherProperties : undefined),
  oneOf: (value) => (value.length > 1 ? 'Exactly one of the alternatives.' : undefined),
  readOnly: (value) => (value ? 'Set by the backend alone.' : undefined),
  writeOnly: (value) => (value ? 'Never sent back.' : undefined),
};

const describedKeywordsOf = keywordsAmong(keywords.filter(({ name }) => Object.hasOwn(sentences, name)));

/**
 * Reads what documentation says of a schema.
 *
 * @param schema - A checked schema; what the schemas in it say, or that it refers to, is left out.
 * @param required - Properties that are there in any case. Default: what the schema requires.
 */
export function notesOf(schema: SchemaObject, required: ReadonlySet<string> = new Set(schema.required)): Notes {
  const types = [schema.type ?? []].flat();
  return withoutSecrets({
    description: (schema.description ?? schema.title ?? '').trim(),
    isInteger: types.includes('integer') && !types.includes('number'),
    conditions: describedKeywordsOf(schema).flatMap(({ name }) => sayKeyword(schema, name, required) ?? []),
    standsFor: '',
    knownValues: schema['x-known-values'] ?? [],
    default: schema.default,
    examples: schema.examples ?? [],
    isDeprecated: schema.deprecated === true,
    isSecret: schema['x-secret'] === true,
  });
}

/** Leaves out the values that documentation would show of a secret, which is never printed. */
function withoutSecrets(notes: Notes): Notes {
  return notes.isSecret ? { ...notes, default: undefined, examples: [] } : notes;
}

/** What documentation says where a catalog says nothing. */
export const emptyNotes: Notes = {
  description: '',
  isInteger: false,
  conditions: [],
  standsFor: '',
  knownValues: [],
  default: undefined,
  examples: [],
  isDeprecated: false,
  isSecret: false,
};

/**
 * What documentation says of a field that several schemas describe.
 *
 * @param all - What each of them says, from the general to the special; at least one.
 * @param together - Whether all of them hold at once (`and`), or one of them (`or`).
 */
export function mergeNotes(all: readonly Notes[], together: 'and' | 'or'): Notes {
  const distinct = <Item>(of: (notes: Notes) => readonly Item[]): Item[] => [...new Set(all.flatMap(of))];
  const holds = (of: (notes: Notes) => boolean): boolean => (together === 'and' ? all.some(of) : all.every(of));
  const descriptions = distinct(({ description }) => (description === '' ? [] : [description]));
  return withoutSecrets({
    description: together === 'and' ? (descriptions.at(-1) ?? '') : descriptions.join(' Or: '),
    isInteger: holds(({ isInteger }) => isInteger),
    conditions: distinct(({ conditions }) => conditions),
    standsFor: all.map(({ standsFor }) => standsFor).find((sentence) => sentence !== '') ?? '',
    knownValues: distinct(({ knownValues }) => knownValues),
    default: all.findLast((notes) => notes.default !== undefined)?.default,
    examples: all.flatMap(({ examples }) => examples),
    isDeprecated: holds(({ isDeprecated }) => isDeprecated),
    isSecret: all.some(({ isSecret }) => isSecret),
  });
}

function sayKeyword<Name extends keyof SchemaObject>(
  schema: SchemaObject,
  name: Name,
  required: ReadonlySet<string>,
): string | readonly string[] | undefined {
  const say = sentences[name] as Sentence<Name> | undefined;
  return say?.(schema[name] as NonNullable<SchemaObject[Name]>, schema, required);
}

function propertyNamesSentence(names: JsonSchema): string {
  const { const: only, enum: values = [only], pattern } = typeof names === 'boolean' ? {} : names;
  if (values[0] !== undefined) return `Property names: ${values.map((name) => codeSpan(String(name))).join(', ')}.`;
  return pattern === undefined
    ? 'Property names are checked at run time.'
    : `Property names match ${codeSpan(pattern)}.`;
}

/** Says which properties `then` and `else` require, and whether they ask for more. */
function conditionSentences(
  { if: condition = true, then = true, else: otherwise = true }: SchemaObject,
  required: ReadonlySet<string>,
): string[] {
  const isRequired = (name: string): boolean => required.has(name);
  const requirement = (branch: JsonSchema, word: 'where' | 'unless'): string[] => {
    const names = typeof branch === 'boolean' ? [] : (branch.required ?? []);
    return names.length === 0
      ? []
      : [`Required ${branchPhrase(word, condition, isRequired)}: ${names.map(codeSpan).join(', ')}.`];
  };
  const saysMore = (branch: JsonSchema): boolean =>
    branch === false || Object.keys(branch).some((name) => name !== 'required');
  return [
    ...requirement(then, 'where'),
    ...requirement(otherwise, 'unless'),
    ...(saysMore(then) || saysMore(otherwise) ? ['Conditions between its parts are checked at run time.'] : []),
  ];
}

function containsSentence({ minContains = 1, maxContains }: SchemaObject): string | undefined {
  const limits = [
    ...(minContains > 0 ? [`at least ${minContains}`] : []),
    ...(maxContains === undefined ? [] : [`at most ${maxContains}`]),
  ];
  if (limits.length === 0) return undefined;
  const phrase = limits.join(' and ');
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)} of the items match a schema that is checked at run time.`;
}
