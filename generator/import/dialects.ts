import { isJsonArray, isJsonObject, type Json } from '../json.js';
import { keywords } from '../schema/keywords.js';
import { modernPattern } from './modern-pattern.js';
import type { DraftSchema } from './source-document.js';
import { describeValues, markdownOf, textKeywords } from './text-keywords.js';

/** Reports a keyword of a schema that is not carried over, or not as it is. */
export type ReportKeyword = (keyword: string, reason: string) => void;

type Step = (schema: DraftSchema, report: ReportKeyword) => void;

const types: ReadonlySet<Json> = new Set(['null', 'boolean', 'integer', 'number', 'string', 'array', 'object']);
const known: ReadonlySet<string> = new Set(keywords.map(({ name }) => name));

/** Keywords that name a schema or its dialect: references are resolved by then. */
const identifiers = ['$schema', '$id', '$anchor', '$dynamicAnchor', '$recursiveAnchor', '$vocabulary'];

/** What each keyword of another draft or dialect becomes in 2020-12, in the order in which they are looked at. */
const steps: readonly Step[] = [
  dropIdentifiers,
  renameKeyword('divisibleBy', 'multipleOf'),
  renameKeyword('$recursiveRef', '$ref'),
  renameKeyword('$dynamicRef', '$ref'),
  draft3Types,
  draft3Required,
  exclusiveBound('exclusiveMinimum', 'minimum'),
  exclusiveBound('exclusiveMaximum', 'maximum'),
  tuple,
  dependencies,
  exampleOfOpenApi,
  markdownOf,
  describeValues,
  pattern,
  lists,
  unknownKeywords,
  // Last, as it may put the whole schema into an alternative.
  nullable,
];

/**
 * Writes a schema of any draft, or of OpenAPI 3.0, in the keywords of 2020-12; the schemas inside it stay as they are.
 *
 * @param schema - The schema.
 * @param report - Receives what has no equal.
 */
export function modernize(schema: Readonly<Record<string, Json>>, report: ReportKeyword): DraftSchema {
  const draft: DraftSchema = Object.assign(Object.create(null) as DraftSchema, schema);
  for (const step of steps) step(draft, report);
  return draft;
}

function dropIdentifiers(schema: DraftSchema, report: ReportKeyword): void {
  const { $schema } = schema;
  if (typeof $schema === 'string' && !/^https?:\/\/(?:json-schema\.org|spec\.openapis\.org)\//.test($schema))
    report('$schema', `${JSON.stringify($schema)} is a dialect of its own, and is read as JSON Schema`);
  for (const name of identifiers) delete schema[name];
  if (typeof schema['id'] === 'string') delete schema['id'];
}

function renameKeyword(old: string, now: string): Step {
  return (schema) => {
    const value = schema[old];
    delete schema[old];
    if (value !== undefined && schema[now] === undefined) schema[now] = value;
  };
}

/** Draft 3 had types that are schemas, `any`, `disallow` and `extends`; OpenAPI 2 has `file`. */
function draft3Types(schema: DraftSchema, report: ReportKeyword): void {
  const { type, disallow, extends: bases } = schema;
  delete schema['disallow'];
  delete schema['extends'];
  if (disallow !== undefined) schema['not'] = { type: disallow };
  if (bases !== undefined) schema['allOf'] = [...listOf(schema['allOf']), ...listOf(bases)];
  if (type === undefined) return;
  const named = [...new Set(listOf(type))];
  if (named.length > 0 && named.every((each) => types.has(each))) {
    if (Array.isArray(type)) schema['type'] = named;
    return;
  }
  delete schema['type'];
  if (named.includes('any')) return;
  const alternatives = named.filter((each) => types.has(each) || isJsonObject(each));
  if (alternatives.length < named.length || alternatives.length === 0)
    report('type', `${JSON.stringify(type)} is no type of JSON: any value is accepted in its place`);
  else {
    const anyOf = alternatives.map((each) => (isJsonObject(each) ? each : { type: each }));
    schema['allOf'] = [...listOf(schema['allOf']), { anyOf }];
  }
}

/** Draft 3 said of a property itself that it is required. */
function draft3Required(schema: DraftSchema): void {
  if (typeof schema['required'] === 'boolean') delete schema['required'];
  const { properties } = schema;
  if (!isJsonObject(properties)) return;
  const names = Object.keys(properties).filter((name) => {
    const property = properties[name];
    return isJsonObject(property) && property['required'] === true;
  });
  if (names.length > 0) schema['required'] = [...listOf(schema['required']), ...names];
}

/** Until draft 4 a bound was exclusive by a flag beside it. */
function exclusiveBound(flag: string, bound: string): Step {
  return (schema) => {
    if (typeof schema[flag] !== 'boolean') return;
    const limit = schema[bound];
    const isExclusive = schema[flag];
    delete schema[flag];
    if (!isExclusive || limit === undefined) return;
    delete schema[bound];
    schema[flag] = limit;
  };
}

function tuple(schema: DraftSchema): void {
  const { items, additionalItems } = schema;
  delete schema['additionalItems'];
  if (!isJsonArray(items)) return;
  delete schema['items'];
  if (items.length > 0) schema['prefixItems'] = items;
  if (additionalItems !== undefined) schema['items'] = additionalItems;
}

function dependencies(schema: DraftSchema): void {
  const { dependencies: mixed } = schema;
  delete schema['dependencies'];
  if (!isJsonObject(mixed)) return;
  const isNames = (value: Json): boolean => typeof value === 'string' || Array.isArray(value);
  const entries = Object.entries(mixed);
  const add = (keyword: string, own: readonly (readonly [string, Json])[]): void => {
    const before = schema[keyword];
    if (own.length > 0) schema[keyword] = { ...Object.fromEntries(own), ...(isJsonObject(before) ? before : {}) };
  };
  const names = entries.filter(([, value]) => isNames(value)).map(([key, value]) => [key, listOf(value)] as const);
  add('dependentRequired', names);
  add(
    'dependentSchemas',
    entries.filter(([, value]) => !isNames(value)),
  );
}

function exampleOfOpenApi(schema: DraftSchema): void {
  const { example, examples } = schema;
  delete schema['example'];
  if (isJsonObject(examples)) {
    schema['examples'] = Object.values(examples).map((each) =>
      isJsonObject(each) && each['value'] !== undefined ? each['value'] : each,
    );
  } else if (examples !== undefined && !Array.isArray(examples)) schema['examples'] = [examples];
  if (example !== undefined) schema['examples'] ??= [example];
}

function pattern(schema: DraftSchema, report: ReportKeyword): void {
  const { pattern: text, patternProperties } = schema;
  if (typeof text === 'string') {
    const modern = modernPattern(text);
    if (modern === undefined) {
      delete schema['pattern'];
      report('pattern', `${JSON.stringify(text)} is no regular expression of JavaScript: any text is accepted`);
    } else schema['pattern'] = modern;
  }
  if (!isJsonObject(patternProperties)) return;
  const entries = Object.entries(patternProperties).flatMap(([key, value]): [string, Json][] => {
    const modern = modernPattern(key);
    if (modern === undefined)
      report('patternProperties', `${JSON.stringify(key)} is no regular expression of JavaScript`);
    return modern === undefined ? [] : [[modern, value]];
  });
  schema['patternProperties'] = Object.fromEntries(entries);
}

/** Lists of names that older drafts let repeat themselves, or be empty. */
function lists(schema: DraftSchema): void {
  const { required, enum: values } = schema;
  if (isJsonArray(required)) schema['required'] = [...new Set(required)];
  if (isJsonArray(values)) schema['enum'] = [...new Map(values.map((each) => [JSON.stringify(each), each])).values()];
  for (const name of ['allOf', 'anyOf', 'oneOf']) {
    const list = schema[name];
    if (Array.isArray(list) && list.length === 0) delete schema[name];
  }
}

/** What to do about keywords of other dialects that have no equal. */
const reasons: Readonly<Record<string, string>> = {
  discriminator: 'has no equal: give the property a const in each alternative, and the type narrows by it',
};

function unknownKeywords(schema: DraftSchema, report: ReportKeyword): void {
  for (const name of Object.keys(schema)) {
    if (known.has(name) || name === 'nullable' || /^x-/i.test(name)) continue;
    delete schema[name];
    if (!textKeywords.has(name)) report(name, reasons[name] ?? 'is no keyword of JSON Schema 2020-12: left out');
  }
}

/** What OpenAPI 3.0 says beside a type, a list of values, or a reference. */
function nullable(schema: DraftSchema): void {
  const isNullable = schema['nullable'] === true;
  delete schema['nullable'];
  if (!isNullable) return;
  const { enum: values, type } = schema;
  if (isJsonArray(values)) schema['enum'] = [...new Set([...values, null])];
  if (type !== undefined) {
    schema['type'] = [...new Set([...listOf(type), 'null'])];
    return;
  }
  const names = Object.keys(schema).filter((name) => !['title', 'description', 'default'].includes(name));
  if (names.length === 0 || (names.length === 1 && values !== undefined)) return;
  const asserted = Object.fromEntries(names.map((name) => [name, schema[name] ?? null]));
  for (const name of names) delete schema[name];
  const [only, ...others] = names.length === 1 ? listOf(asserted['allOf']) : [];
  schema['anyOf'] = [only !== undefined && others.length === 0 ? only : asserted, { type: 'null' }];
}

function listOf(value: Json | undefined): Json[] {
  return value === undefined ? [] : isJsonArray(value) ? [...value] : [value];
}
