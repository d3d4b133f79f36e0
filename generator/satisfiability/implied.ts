import type { Json } from '../json.js';
import { getOrInsert } from '../lazy.js';
import type { ValueKind } from '../schema/value-kinds.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import { assertions, subschemas } from '../schema/keywords.js';
import { canonical } from '../../templates/typescript/src/validators/runtime/canonical.js';
import type { Analyzer, Conjunction } from './conflict.js';
import { keywordRules } from './implied-keywords.js';
import type { Site } from './site.js';

/** Keywords whose meaning depends on others beside them: they are compared together. */
const groups: readonly (readonly (keyof SchemaObject)[])[] = [
  ['properties', 'patternProperties', 'additionalProperties'],
  ['prefixItems', 'items'],
  ['contains', 'minContains', 'maxContains'],
  ['if', 'then', 'else'],
];

const among = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Keywords that are about values of one kind alone, or two. */
const about: Readonly<Partial<Record<ValueKind, ReadonlySet<string>>>> = {
  string: among('minLength maxLength pattern format'),
  number: among('minimum maximum exclusiveMinimum exclusiveMaximum multipleOf format'),
  array: among('minItems maxItems uniqueItems prefixItems items contains minContains maxContains unevaluatedItems'),
  object: among(
    'properties patternProperties additionalProperties propertyNames unevaluatedProperties required dependentRequired dependentSchemas minProperties maxProperties',
  ),
};

/** Whether a keyword says something of values of a kind. */
export const isAbout = (name: string, kind: ValueKind): boolean =>
  about[kind]?.has(name) === true || !Object.values(about).some((names) => names.has(name));

/** Whether every value of a kind that fits a conjunction surely fits a schema too. */
export function isImplied(site: Site, kind: ValueKind, sites: Conjunction, analyzer: Analyzer): boolean {
  const { document, schema } = site;
  if (typeof schema === 'boolean') return schema;
  const beside = sites.filter((each) => each.document === document || isPortable(schema)).map((each) => each.schema);
  const isAsked = (name: keyof SchemaObject): boolean => {
    if (schema[name] === undefined || !isAbout(name, kind)) return false;
    if (name.startsWith('unevaluated')) return !beside.some((each) => isSame(schema, each));
    const group = groups.find((each) => each.includes(name)) ?? [name];
    return !beside.some((each) => group.every((keyword) => isSame(schema[keyword], each[keyword])));
  };
  const asked = assertions.map(({ name }) => name).filter(isAsked);
  const others = asked.filter((name) => keywordRules[name] === undefined);
  const rest = { ...site, schema: Object.fromEntries(others.map((name) => [name, schema[name]])) };
  return (
    asked.every((name) => keywordRules[name]?.({ ...site, schema }, sites, analyzer, kind) !== false) &&
    (others.length === 0 || analyzer.areWithin([...sites, { ...site, schema: { type: kind } }], rest))
  );
}

type SchemaContent = SchemaObject | SchemaObject[keyof SchemaObject];

const texts = new WeakMap<object, string | undefined>();

/** A text that equal contents of keywords share: each is compared with many. */
function textOf(content: Json): string | undefined {
  if (typeof content !== 'object' || content === null) return canonical(content);
  return getOrInsert(texts, content, () => canonical(content));
}

function isSame(a: SchemaContent, b: SchemaContent): boolean {
  if (a === undefined || b === undefined) return a === b;
  return textOf(a as Json) === textOf(b as Json);
}

const portable = new WeakMap<SchemaObject, boolean>();

/** Whether a schema means the same in any document: it holds no reference. */
export function isPortable(schema: JsonSchema): boolean {
  if (typeof schema === 'boolean') return true;
  return getOrInsert(
    portable,
    schema,
    () => schema.$ref === undefined && subschemas(schema).every((inner) => isPortable(inner.schema)),
  );
}

/** Whether a schema says nothing: every value fits it. */
export function acceptsAll(schema: JsonSchema): boolean {
  return schema === true || (typeof schema === 'object' && Object.keys(schema).length === 0);
}
