import type { JsonValue, Schema, SchemaObject } from '../validators/runtime/schema.js';

/**
 * Makes the function that opens schemas as the received types are open: where they list values (`enum`, `const`), any value
 * of the same kind is accepted, since a sender may be newer than this package. A `const` property that tells the members
 * of a union apart stays. What is within `not`, `if`, `contains` and `propertyNames` stays too: opened, it would refuse more.
 *
 * @param roots - All schemas that will be opened: a type that is a member of a union in one of them is so in all.
 */
export function schemaOpener(roots: readonly Schema[]): (schema: Schema) => Schema {
  const members = unionMembers(roots);
  const opened = new Map<Schema, Schema>();
  /** One copy of each, so that schemas may refer to each other in circles. */
  const openWhole = (schema: Schema): Schema => {
    const copy = opened.get(schema) ?? open(schema, members.has(schema), false);
    opened.set(schema, copy);
    return copy;
  };

  function open(schema: Schema, isMember: boolean, isTag: boolean): Schema {
    return typeof schema === 'boolean' ? schema : openObject(schema, isMember, isTag);
  }

  /**
   * @param isMember - Whether it is a member of a union.
   * @param isTag - Whether its constant tells the members of a union apart.
   */
  function openObject(schema: SchemaObject, isMember: boolean, isTag: boolean): SchemaObject {
    const { $ref, properties, patternProperties, dependentSchemas, prefixItems } = schema;
    const { const: constant, enum: list, oneOf, anyOf, allOf = [], ...rest } = schema;
    const values = constant === undefined ? list : [constant];
    const keepsValues = values === undefined || (isTag && values.length === 1);
    const within = (part: SchemaObject): SchemaObject => openObject(part, false, false);
    const member = (part: SchemaObject): SchemaObject => openObject(part, true, false);
    const all = [
      ...allOf.map((part) => openObject(part, isMember, isTag)),
      // An opened value may fit several alternatives.
      ...(oneOf === undefined ? [] : [{ anyOf: oneOf.map(member) }]),
      ...(keepsValues ? [] : [anyLike(values, isMember)]),
    ];
    return {
      ...rest,
      ...openParts(schema, (part) => open(part, false, false)),
      ...(keepsValues && values !== undefined && { enum: values }),
      ...($ref && { $ref: () => openWhole($ref()) }),
      ...(properties && { properties: mapValues(properties, (part) => openObject(part, false, isMember)) }),
      ...(patternProperties && { patternProperties: mapValues(patternProperties, within) }),
      ...(dependentSchemas && { dependentSchemas: mapValues(dependentSchemas, within) }),
      ...(prefixItems && { prefixItems: prefixItems.map(within) }),
      ...(anyOf && { anyOf: anyOf.map(member) }),
      ...(all.length > 0 && { allOf: all }),
      // An object of which nothing is known holds whatever comes later.
      ...(isClosedAndEmpty(schema) && { additionalProperties: true, unevaluatedProperties: true }),
    };
  }

  return openWhole;
}

/** Schemas that unions refer to as their members. */
function unionMembers(roots: readonly Schema[]): ReadonlySet<Schema> {
  const members = new Set<Schema>();
  const seen = new Set<unknown>(roots);
  // A set that grows while it is iterated over: each part is looked at once.
  for (const part of seen) {
    if (typeof part !== 'object' || part === null) continue;
    const { $ref, anyOf = [], oneOf = [] } = part as SchemaObject;
    if (typeof $ref === 'function') seen.add($ref());
    for (const inner of Object.values(part)) seen.add(inner);
    if (!Array.isArray(anyOf) || !Array.isArray(oneOf)) continue;
    for (const branch of [...anyOf, ...oneOf] as readonly SchemaObject[])
      if (typeof branch.$ref === 'function') members.add(branch.$ref());
  }
  return members;
}

/** The keywords that hold one schema for values inside, or for the same value. */
function openParts(schema: SchemaObject, open: (part: Schema) => Schema): SchemaObject {
  const names = ['additionalProperties', 'unevaluatedProperties', 'items', 'unevaluatedItems', 'then', 'else'] as const;
  const parts = names.map((name) => [name, schema[name]] as const);
  return Object.fromEntries(parts.flatMap(([name, part]) => (part === undefined ? [] : [[name, open(part)]])));
}

/** Accepts what is of the same kind as one of some values, and structured as it. */
function anyLike(values: readonly JsonValue[], isMember: boolean): SchemaObject {
  const each = values.map((value) => like(value, isMember || values.length > 1));
  return { anyOf: [...new Map(each.map((schema) => [JSON.stringify(schema), schema])).values()] };
}

function like(value: JsonValue, isMember: boolean): SchemaObject {
  if (value === null) return { type: 'null' };
  if (typeof value !== 'object') return { type: typeof value as 'string' | 'number' | 'boolean' };
  const within = (part: JsonValue): SchemaObject => like(part, false);
  if (isList(value)) return { type: 'array', prefixItems: value.map(within), minItems: value.length, items: false };
  const property = (part: JsonValue): SchemaObject =>
    isMember && typeof part !== 'object' ? { const: part } : within(part);
  return { type: 'object', properties: mapValues(value, property), required: Object.keys(value) };
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isClosedAndEmpty(schema: SchemaObject): boolean {
  const { properties = {}, patternProperties = {}, required = [], unevaluatedProperties } = schema;
  const isEmpty = [...Object.keys(properties), ...Object.keys(patternProperties), ...required].length === 0;
  return isEmpty && (schema.additionalProperties ?? unevaluatedProperties) === false;
}

function mapValues<Value, Result>(
  map: { readonly [name: string]: Value },
  change: (value: Value) => Result,
): { [name: string]: Result } {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value)]));
}
