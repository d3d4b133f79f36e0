import type { SourceFile } from '../load/source.js';
import type { JsonSchema, SchemaMap, SchemaObject } from '../schema/json-schema.js';
import { unevaluated } from '../schema/unevaluated.js';
import type { ReferenceTarget, References } from '../schema/references.js';
import { intersectionOf } from './intersect-types.js';
import { emptyNotes, notesOf, withoutSecrets } from './notes.js';
import { isSameType, unionOf, unknownType, type ObjectNode, type PropertyNode, type TypeNode } from './type-node.js';
import { typeOfKind } from './type-of-kind.js';
import { typeOfValues } from './type-of-values.js';
import { allKinds, kindOfValue, kindsOf, type ValueKind } from '../schema/value-kinds.js';

/** Gives the name of the type that a reference means. */
export type NameReference = (target: ReferenceTarget) => string;

const objectKeywords = ['properties', 'patternProperties', 'additionalProperties', 'required'] as const;
const arrayKeywords = ['items', 'prefixItems'] as const;

/** Turns the schemas of one file into types. */
export class SchemaReader {
  readonly #file: SourceFile;
  readonly #references: References;
  readonly #nameOf: NameReference;

  /**
   * @param file - The file that the schemas stand in.
   * @param references - The catalog's schemas.
   * @param nameOf - Gives the name of the type that a reference means.
   */
  constructor(file: SourceFile, references: References, nameOf: NameReference) {
    this.#file = file;
    this.#references = references;
    this.#nameOf = nameOf;
  }

  /**
   * The type of a schema. It admits every value that the schema accepts.
   *
   * @param schema - A checked schema.
   * @param outer - The kinds of values that the surrounding schemas leave open.
   */
  typeOf(schema: JsonSchema, outer: readonly ValueKind[] = allKinds): TypeNode {
    const own = this.#kindsOf(schema);
    const kinds = outer.filter((kind) => own.includes(kind));
    if (typeof schema === 'boolean' || kinds.length === 0) return byKind(kinds, typeOfKind);
    // A part that says no more than the kinds is left out: it would admit misspelt names that the other parts refuse.
    const alone = byKind(kinds, typeOfKind);
    const isAlone = (type: TypeNode): boolean => isSameType(type, alone);
    const parts: TypeNode[] = [];
    if (schema.$ref !== undefined) parts.push(this.#referenceType(schema.$ref, kinds));
    const values = schema.const === undefined ? schema.enum : [schema.const];
    if (values !== undefined) {
      const possible = values.filter((value) => kinds.includes(kindOfValue(value)));
      parts.push(typeOfValues(possible, schema.const !== undefined));
    } else if (describesStructure(schema, kinds)) {
      parts.push(byKind(kinds, (kind) => this.#kindType(schema, kind)));
    }
    for (const branch of schema.allOf ?? []) parts.push(this.typeOf(branch, kinds));
    for (const branches of [schema.anyOf, schema.oneOf]) {
      const types = branches?.map((branch) => this.typeOf(branch, kinds));
      if (types !== undefined && !types.some(isAlone)) parts.push(unionOf(types));
    }
    const told = parts.filter((part) => !isAlone(part));
    return told.length === 0 ? alone : intersectionOf(told);
  }

  #kindsOf(schema: JsonSchema): readonly ValueKind[] {
    return kindsOf(schema, this.#file, this.#references);
  }

  #referenceType(reference: string, kinds: readonly ValueKind[]): TypeNode {
    const target = this.#references.target(reference, this.#file);
    const named: TypeNode = { kind: 'reference', name: this.#nameOf(target) };
    const targetKinds = kindsOf(target.schema, target.file, this.#references);
    if (targetKinds.every((kind) => kinds.includes(kind))) return named;
    return intersectionOf([named, byKind(kinds, typeOfKind)]);
  }

  #kindType(schema: SchemaObject, kind: ValueKind): TypeNode {
    if (kind === 'object') return this.#objectType(schema);
    if (kind === 'array') return this.#arrayType(schema);
    const known = schema['x-known-values'];
    if (kind === 'string' && known !== undefined) return { kind: 'open-enum', base: 'string', values: known };
    return typeOfKind(kind);
  }

  #arrayType(schema: SchemaObject): TypeNode {
    const {
      items = unevaluated(schema, 'unevaluatedItems'),
      prefixItems = [],
      minItems = 0,
      maxItems = Infinity,
    } = schema;
    const rest = items === undefined ? unknownType : this.typeOf(items);
    if (prefixItems.length === 0) {
      return maxItems === 0 || items === false
        ? { kind: 'tuple', items: [], minimum: 0, rest: undefined }
        : { kind: 'array', items: rest, itemNotes: items === undefined ? emptyNotes : this.#notesOf(items) };
    }
    const leading = prefixItems.slice(0, maxItems).map((item) => this.typeOf(item));
    const isClosed = rest.kind === 'never' || maxItems <= prefixItems.length;
    return {
      kind: 'tuple',
      items: leading,
      minimum: Math.min(minItems, leading.length),
      rest: isClosed ? undefined : rest,
    };
  }

  #objectType(schema: SchemaObject): ObjectNode {
    const { properties = {}, patternProperties, required = [] } = schema;
    const additionalProperties = additional(schema);
    const listed = Object.entries(properties).map(([name, inner]) => this.#property(name, inner, required));
    const others = this.#othersType(schema);
    const unlisted = required
      .filter((name) => !Object.hasOwn(properties, name))
      .map((name): PropertyNode => ({ name, type: others ?? unknownType, isOptional: false, notes: emptyNotes }));
    const all = [...listed, ...unlisted];
    const othersNotes = additionalProperties === undefined ? emptyNotes : this.#notesOf(additionalProperties);
    const isPlain = additionalProperties === undefined && patternProperties === undefined;
    if (isPlain && all.length > 0) return { kind: 'object', properties: all, others: undefined, othersNotes };
    // An index signature covers the listed properties too.
    const covering = others && unionOf([others, ...all.map(({ type }) => type)]);
    return { kind: 'object', properties: all, others: covering, othersNotes };
  }

  /** The type of properties that are not listed; `undefined` where there may be none. */
  #othersType(schema: SchemaObject): TypeNode | undefined {
    const { patternProperties = {} } = schema;
    const additionalProperties = additional(schema);
    const matching = Object.values<JsonSchema>(patternProperties as SchemaMap).map((inner) => this.typeOf(inner));
    if (additionalProperties === false) return matching.length === 0 ? undefined : unionOf(matching);
    return unionOf([additionalProperties === undefined ? unknownType : this.typeOf(additionalProperties), ...matching]);
  }

  #property(name: string, schema: JsonSchema, required: readonly string[]): PropertyNode {
    return { name, type: this.typeOf(schema), isOptional: !required.includes(name), notes: this.#notesOf(schema) };
  }

  /** A field's notes; what only the type it refers to says holds for the field too. */
  #notesOf(schema: JsonSchema): PropertyNode['notes'] {
    const notes = notesOf(schema);
    if (typeof schema === 'boolean' || schema.$ref === undefined) return notes;
    const target = notesOf(this.#references.target(schema.$ref, this.#file).schema);
    return withoutSecrets({
      ...notes,
      description: notes.description || target.description,
      isSecret: notes.isSecret || target.isSecret,
      isDeprecated: notes.isDeprecated || target.isDeprecated,
    });
  }
}

/** The schema of properties that are not listed and match no pattern. */
function additional(schema: SchemaObject): JsonSchema | undefined {
  return schema.additionalProperties ?? unevaluated(schema, 'unevaluatedProperties');
}

/** Whether a schema says more of its values than which kinds they are, or says just that and nothing else does. */
function describesStructure(schema: SchemaObject, kinds: readonly ValueKind[]): boolean {
  const has = (names: readonly (keyof SchemaObject)[]): boolean => names.some((name) => schema[name] !== undefined);
  const describesObjects = has(objectKeywords) || unevaluated(schema, 'unevaluatedProperties') !== undefined;
  const describesArrays =
    has(arrayKeywords) || schema.maxItems === 0 || unevaluated(schema, 'unevaluatedItems') !== undefined;
  return (
    (kinds.includes('object') && describesObjects) ||
    (kinds.includes('array') && describesArrays) ||
    schema['x-known-values'] !== undefined
  );
}

function byKind(kinds: readonly ValueKind[], typeOf: (kind: ValueKind) => TypeNode): TypeNode {
  if (typeOf === typeOfKind && kinds.length === allKinds.length) return unknownType;
  return unionOf(kinds.map(typeOf));
}
