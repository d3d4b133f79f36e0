import { isJsonArray, isJsonObject, type Json } from '../json.js';
import { keywordNames } from '../schema/keywords.js';
import { modernPattern } from './modern-pattern.js';
import type { DraftSchema, Rewrite } from './rewrite.js';
import { textRewrites } from './text-keywords.js';

const types: ReadonlySet<Json> = new Set(['null', 'boolean', 'integer', 'number', 'string', 'array', 'object']);

const drop: Rewrite = () => undefined;

const renamed =
  (now: string): Rewrite =>
  (value, schema) => {
    schema[now] ??= value;
    return undefined;
  };

/** Until draft 4 a bound was exclusive by a flag beside it. */
const exclusive =
  (flag: string, bound: string): Rewrite =>
  (value, schema) => {
    if (typeof value !== 'boolean') return value;
    const limit = schema[bound];
    delete schema[flag];
    if (!value || limit === undefined) return undefined;
    delete schema[bound];
    return limit;
  };

/** Older drafts let lists of schemas be empty. */
const someSchemas: Rewrite = (value) => (Array.isArray(value) && value.length === 0 ? undefined : value);

/** What keywords of other drafts, and of OpenAPI 3.0, become in 2020-12, in the order in which they are looked at. */
const rewrites: Readonly<Record<string, Rewrite>> = {
  $schema(value, _, report) {
    if (typeof value === 'string' && !/^https?:\/\/(?:json-schema\.org|spec\.openapis\.org)\//.test(value))
      report(`${JSON.stringify(value)} is a dialect of its own, and is read as JSON Schema`);
    return undefined;
  },
  // They name a schema: references are resolved by then.
  $id: drop,
  $anchor: drop,
  $dynamicAnchor: drop,
  $recursiveAnchor: drop,
  $vocabulary: drop,
  id: (value) => (typeof value === 'string' ? undefined : value),
  'x-message': drop,
  divisibleBy: renamed('multipleOf'),
  $recursiveRef: renamed('$ref'),
  $dynamicRef: renamed('$ref'),
  disallow(value, schema) {
    schema['not'] = { type: value };
    return undefined;
  },
  extends(value, schema) {
    schema['allOf'] = [...listOf(schema['allOf']), ...listOf(value)];
    return undefined;
  },
  /** Draft 3 had types that are schemas, and `any`; OpenAPI 2 has `file`. */
  type(value, schema, report) {
    const named = [...new Set(listOf(value))];
    if (named.length > 0 && named.every((each) => types.has(each))) return Array.isArray(value) ? named : value;
    if (named.includes('any')) return undefined;
    const alternatives = named.filter((each) => types.has(each) || isJsonObject(each));
    if (alternatives.length < named.length || alternatives.length === 0)
      report(`${JSON.stringify(value)} is no type of JSON: any value is accepted in its place`);
    else {
      const anyOf = alternatives.map((each) => (isJsonObject(each) ? each : { type: each }));
      schema['allOf'] = [...listOf(schema['allOf']), { anyOf }];
    }
    return undefined;
  },
  /** Draft 3 said of a property itself that it is required. */
  properties(value, schema) {
    const names = Object.entries(isJsonObject(value) ? value : {}).flatMap(([name, property]) =>
      isJsonObject(property) && property['required'] === true ? [name] : [],
    );
    const others = typeof schema['required'] === 'boolean' ? undefined : schema['required'];
    if (names.length > 0) schema['required'] = [...listOf(others), ...names];
    return value;
  },
  required: (value) => (typeof value === 'boolean' ? undefined : isJsonArray(value) ? [...new Set(value)] : value),
  exclusiveMinimum: exclusive('exclusiveMinimum', 'minimum'),
  exclusiveMaximum: exclusive('exclusiveMaximum', 'maximum'),
  /** A tuple is `prefixItems` now, and what follows it `items`. */
  items(value, schema) {
    if (!isJsonArray(value)) return value;
    delete schema['items'];
    if (value.length > 0) schema['prefixItems'] = value;
    return schema['additionalItems'];
  },
  additionalItems: drop,
  dependencies(value, schema) {
    for (const [name, each] of Object.entries(isJsonObject(value) ? value : {})) {
      const isNames = typeof each === 'string' || Array.isArray(each);
      const keyword = isNames ? 'dependentRequired' : 'dependentSchemas';
      const before = isJsonObject(schema[keyword]) ? schema[keyword] : {};
      if (!Object.hasOwn(before, name)) schema[keyword] = { ...before, [name]: isNames ? listOf(each) : each };
    }
    return undefined;
  },
  /** OpenAPI has examples by name, each in an object of its own. */
  examples(value) {
    if (!isJsonObject(value)) return listOf(value);
    return Object.values(value).map((each) =>
      isJsonObject(each) && each['value'] !== undefined ? each['value'] : each,
    );
  },
  example(value, schema) {
    schema['examples'] ??= [value];
    return undefined;
  },
  ...textRewrites,
  pattern(value, _, report) {
    const modern = typeof value === 'string' ? modernPattern(value) : value;
    if (modern === undefined)
      report(`${JSON.stringify(value)} is no regular expression of JavaScript: any text is accepted`);
    return modern;
  },
  patternProperties(value, _, report) {
    if (!isJsonObject(value)) return value;
    const entries = Object.entries(value).flatMap(([key, each]): [string, Json][] => {
      const modern = modernPattern(key);
      if (modern === undefined) report(`${JSON.stringify(key)} is no regular expression of JavaScript`);
      return modern === undefined ? [] : [[modern, each]];
    });
    return Object.fromEntries(entries);
  },
  allOf: someSchemas,
  anyOf: someSchemas,
  oneOf: someSchemas,
  enum: (value) =>
    isJsonArray(value) ? [...new Map(value.map((each) => [JSON.stringify(each), each])).values()] : value,
};

/** Writes a schema of any draft, or of OpenAPI 3.0, in the keywords of 2020-12; the schemas inside it stay as they are. */
export function modernize(
  schema: Readonly<Record<string, Json>>,
  report: (keyword: string, reason: string) => void,
): DraftSchema {
  const draft: DraftSchema = Object.assign(Object.create(null) as DraftSchema, schema);
  for (const [name, rewrite] of Object.entries(rewrites)) {
    const value = draft[name];
    const now = value === undefined ? undefined : rewrite(value, draft, (reason) => report(name, reason));
    if (now === undefined) delete draft[name];
    else draft[name] = now;
  }
  for (const name of Object.keys(draft)) {
    if (keywordNames.has(name) || name === 'nullable' || /^x-/i.test(name)) continue;
    delete draft[name];
    report(name, name === 'discriminator' ? narrow : 'is no keyword of JSON Schema 2020-12: left out');
  }
  // Last, as it may put the whole schema into an alternative.
  nullable(draft);
  return draft;
}

const narrow = 'has no equal: give the property a const in each alternative, and the type narrows by it';

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

function listOf(value: Json | undefined): readonly Json[] {
  return value === undefined ? [] : isJsonArray(value) ? value : [value];
}
