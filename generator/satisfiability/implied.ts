import type { Json } from '../json.js';
import { getOrInsert } from '../lazy.js';
import type { ValueKind } from '../schema/value-kinds.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import { assertions, subschemas } from '../schema/keywords.js';
import { canonical } from '../../templates/typescript/src/validators/runtime/canonical.js';
import { isMultiple } from '../../templates/typescript/src/validators/runtime/keywords/numbers.js';
import { largest, smallest, type Analyzer, type Conjunction, type LimitKeyword } from './conflict.js';
import { impliesMembers } from './implied-members.js';
import { asksForIntegers } from './numbers.js';
import { type ObjectSite, type Site, inside, targetOf } from './site.js';
import { fewValues } from './values.js';

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

/** Whether every value of a kind that fits a conjunction surely fits a schema too. Keywords are compared one by one. */
export function isImplied(site: Site, kind: ValueKind, sites: Conjunction, analyzer: Analyzer): boolean {
  const { document, schema } = site;
  if (typeof schema === 'boolean') return schema;
  const beside = sites.filter((each) => each.document === document || isPortable(schema)).map((each) => each.schema);
  return assertions.every(({ name }) => {
    if (schema[name] === undefined || isIdle(schema, name) || !isAbout(name, kind)) return true;
    if (name === 'unevaluatedItems' || name === 'unevaluatedProperties')
      return beside.some((each) => textOf(each as Json) === textOf(schema as Json));
    const group = groups.find((each) => each.includes(name)) ?? [name];
    return (
      beside.some((each) => group.every((keyword) => isSame(schema[keyword], each[keyword]))) ||
      implied({ ...site, schema }, name, kind, sites, analyzer)
    );
  });
}

/** Whether a keyword says nothing, as it stands. */
function isIdle(schema: SchemaObject, name: keyof SchemaObject): boolean {
  if (name === 'then' || name === 'else') return schema.if === undefined;
  if (name === 'minContains' || name === 'maxContains') return schema.contains === undefined;
  return name === 'uniqueItems' && schema.uniqueItems === false;
}

const texts = new WeakMap<object, string | undefined>();

/** A text that equal contents of keywords share: each is compared with many. */
function textOf(content: Json): string | undefined {
  if (typeof content !== 'object' || content === null) return canonical(content);
  return getOrInsert(texts, content, () => canonical(content));
}

function isSame(a: SchemaObject[keyof SchemaObject], b: SchemaObject[keyof SchemaObject]): boolean {
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

/** Whether a keyword limits numbers, lengths or counts, itself included. */
const isLimit = (name: keyof SchemaObject): name is Exclude<LimitKeyword, 'multipleOf'> =>
  /^(?:min|max)(?!Contains)/.test(name);

/** Whether what the conjunction asks is as much as a keyword asks. */
function implied(
  site: ObjectSite,
  name: keyof SchemaObject,
  kind: ValueKind,
  sites: Conjunction,
  analyzer: Analyzer,
): boolean {
  const { schema } = site;
  const isCovered = (branch: JsonSchema): boolean => isImplied({ ...site, schema: branch }, kind, sites, analyzer);
  if (isLimit(name)) {
    const isLower = name.startsWith('min');
    const given = (isLower ? largest : smallest)(sites, name)?.value;
    const limit = schema[name] ?? NaN;
    return isLower ? (given ?? (name === 'minimum' ? -Infinity : 0)) >= limit : (given ?? Infinity) <= limit;
  }
  switch (name) {
    case '$ref': {
      const target = targetOf(site);
      return target !== undefined && isImplied(target, kind, sites, analyzer);
    }
    case 'allOf':
      return (schema.allOf ?? []).every(isCovered);
    case 'anyOf':
      return (schema.anyOf ?? []).some(isCovered);
    case 'not':
      return analyzer.isEmpty([inside(site, ['not'], schema.not ?? true)]);
    case 'type':
      return admitsKind(schema.type, kind, sites);
    case 'required':
      return (schema.required ?? []).every((wanted) => sites.some((each) => each.schema.required?.includes(wanted)));
    case 'enum':
    case 'const':
    case 'pattern':
    case 'format': {
      const values = fewValues(sites, analyzer, [kind]);
      const own = { ...site, schema: { [name]: schema[name] } };
      if (values?.every((value) => analyzer.fits(value, own) === true) === true) return true;
      return name === 'pattern' && analyzer.doAllMatch(sites, schema.pattern ?? '');
    }
    case 'multipleOf':
      return isMultipleOf(schema.multipleOf ?? 0, sites);
    case 'uniqueItems':
      return (smallest(sites, 'maxItems')?.value ?? Infinity) < 2;
    default:
      return impliesMembers[name]?.(site, sites, analyzer) === true;
  }
}

function admitsKind(type: SchemaObject['type'], kind: ValueKind, sites: Conjunction): boolean {
  const types: readonly string[] = [type ?? []].flat();
  if (types.includes(kind)) return true;
  if (kind !== 'number' || !types.includes('integer')) return false;
  return sites.some(({ schema }) => asksForIntegers(schema.type) || isMultiple(schema.multipleOf ?? 0.5, 1));
}

/** Whether all numbers that fit a conjunction are surely multiples of a step; for others than integers doubles are too coarse. */
function isMultipleOf(step: number, sites: Conjunction): boolean {
  if (!sites.some(({ schema }) => asksForIntegers(schema.type))) return false;
  return (
    isMultiple(1, step) ||
    sites.some(({ schema: { multipleOf = NaN } }) => Number.isInteger(step) && multipleOf % step === 0)
  );
}

/** Whether a schema says nothing: every value fits it. */
export function acceptsAll(schema: JsonSchema): boolean {
  return schema === true || (typeof schema === 'object' && Object.keys(schema).length === 0);
}
