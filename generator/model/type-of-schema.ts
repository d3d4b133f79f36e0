import type { SourceFile } from '../load/source.js';
import type { JsonSchema, SchemaMap, SchemaObject } from '../schema/json-schema.js';
import { unevaluated } from '../schema/unevaluated.js';
import type { ReferenceTarget, References } from '../schema/references.js';
import { inheritedMembers } from '../names.js';
import { intersectionOf, withOtherNames } from './intersect-types.js';
import { emptyNotes, mergeNotes, type Notes } from './notes.js';
import { propertyMentions, type Mention, type PropertyMentions, type SchemaAt } from './property-mentions.js';
import { readNotes } from './read-notes.js';
import {
  isSameType,
  typeOfKind,
  unionOf,
  unknownType,
  type ObjectNode,
  type PropertyNode,
  type TypeNode,
} from './type-node.js';
import { typeOfValues } from './type-of-values.js';
import { allKinds, kindOfValue, kindsOf, type ValueKind } from '../schema/value-kinds.js';

/** How many references in a row are followed to a list of names. */
const maxReferences = 100;

const openKeywords = ['patternProperties', 'additionalProperties'] as const;
const objectKeywords = ['properties', 'required', 'propertyNames', ...openKeywords] as const;
const arrayKeywords = ['items', 'prefixItems'] as const;

/** Turns the schemas of one file into types; `nameOf` gives the name of the type that a reference means. */
export class SchemaReader {
  constructor(
    private readonly file: SourceFile,
    private readonly references: References,
    private readonly nameOf: (target: ReferenceTarget) => string,
  ) {}

  /** The type of a value that a schema describes. It admits every value that the schema accepts. */
  typeOf(schema: JsonSchema): TypeNode {
    return this.#typeAt(schema, allKinds, propertyMentions({ schema, file: this.file }, this.references));
  }

  /** The type of a value that has a schema, or an alternative of it. */
  #typeAt(schema: JsonSchema, outer: readonly ValueKind[], mentions: PropertyMentions): TypeNode {
    const type = this.#inPlace(schema, outer, mentions);
    const added = [...(mentions.addedBy.get(schema) ?? [])];
    const kinds = this.#kindsOf(schema).filter((kind) => outer.includes(kind));
    if (added.length === 0 || !kinds.includes('object')) return type;
    const properties = added.map((name) => this.#conditionalProperty(name, mentions.conditional.get(name) ?? []));
    const object: ObjectNode = { kind: 'object', properties, others: undefined, othersNotes: emptyNotes };
    const conditional = byKind(kinds, (kind) => (kind === 'object' ? object : typeOfKind(kind)));
    return isSameType(type, byKind(kinds, typeOfKind)) ? conditional : intersectionOf([type, conditional]);
  }

  /** The type that a schema gives to a value which others describe too, who leave the kinds `outer` open. */
  #inPlace(schema: JsonSchema, outer: readonly ValueKind[], mentions: PropertyMentions): TypeNode {
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
      parts.push(typeOfValues(values.filter((value) => kinds.includes(kindOfValue(value)))));
    } else if (describesStructure(schema, kinds)) {
      parts.push(byKind(kinds, (kind) => this.#kindType(schema, kind, mentions)));
    }
    for (const branch of schema.allOf ?? []) parts.push(this.#inPlace(branch, kinds, mentions));
    for (const branches of [schema.anyOf, schema.oneOf]) {
      const types = branches?.map((branch) => this.#typeAt(branch, kinds, mentions));
      if (types !== undefined && !types.some(isAlone)) parts.push(choiceOf(types));
    }
    // Written out, that any name is allowed says more than the kind.
    const isOpen = values === undefined && openKeywords.some((keyword) => schema[keyword] !== undefined);
    const structure = schema.$ref === undefined ? 0 : 1;
    const kept = parts.filter((part, index) => (isOpen && index === structure) || !isAlone(part));
    return kept.length === 0 ? alone : intersectionOf(kept);
  }

  #kindsOf(schema: JsonSchema): readonly ValueKind[] {
    return kindsOf(schema, this.file, this.references);
  }

  #referenceType(reference: string, kinds: readonly ValueKind[]): TypeNode {
    const target = this.references.target(reference, this.file);
    const named: TypeNode = { kind: 'reference', name: this.nameOf(target) };
    const targetKinds = kindsOf(target.schema, target.file, this.references);
    if (targetKinds.every((kind) => kinds.includes(kind))) return named;
    return intersectionOf([named, byKind(kinds, typeOfKind)]);
  }

  #kindType(schema: SchemaObject, kind: ValueKind, mentions: PropertyMentions): TypeNode {
    if (kind === 'object') return this.#objectType(schema, mentions);
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

  #objectType(schema: SchemaObject, mentions: PropertyMentions): ObjectNode {
    const { properties = {}, patternProperties, required = [] } = schema;
    const additionalProperties = additional(schema);
    const others = this.#othersType(schema);
    const listed = Object.entries(properties).map(([name, inner]) => this.#property(name, inner, required));
    const unlisted = required
      .filter((name) => !Object.hasOwn(properties, name))
      .map((name) => this.#requiredProperty(name, others ?? unknownType, mentions.certain.get(name)));
    const all = [...listed, ...unlisted];
    const othersNotes = additionalProperties === undefined ? emptyNotes : this.#notesOf(additionalProperties);
    const otherNames = this.#namesOf(schema.propertyNames);
    if (otherNames !== undefined && others !== undefined && others.kind !== 'never') {
      const object: ObjectNode = { kind: 'object', properties: all, others, othersNotes, otherNames };
      const isMap = all.length === 0 && otherNames.length > 0;
      return isMap && !otherNames.some((name) => inheritedMembers.has(name)) ? object : withOtherNames(object);
    }
    const isPlain = additionalProperties === undefined && patternProperties === undefined;
    return { kind: 'object', properties: all, others: isPlain && all.length > 0 ? undefined : others, othersNotes };
  }

  /** The names that properties can have; `undefined` where they are not listed. */
  #namesOf(schema: JsonSchema | undefined, file = this.file, depth = 0): readonly string[] | undefined {
    if (typeof schema !== 'object' || depth > maxReferences) return undefined;
    const values = schema.const === undefined ? schema.enum : [schema.const];
    if (values !== undefined) return values.filter((value) => typeof value === 'string');
    if (schema.$ref === undefined) return undefined;
    const target = this.references.target(schema.$ref, file);
    return this.#namesOf(target.schema, target.file, depth + 1);
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
    const notes = this.#notesOf(schema);
    return { name, type: withoutRepetition(this.typeOf(schema), notes), isOptional: !required.includes(name), notes };
  }

  /** A property that must be there, and is described elsewhere. */
  #requiredProperty(name: string, others: TypeNode, described: SchemaAt | undefined): PropertyNode {
    const type = described === undefined ? others : this.#in(described.file).typeOf(described.schema);
    return { name, type, isOptional: false, notes: emptyNotes };
  }

  /** A property that only schemas under a condition describe. */
  #conditionalProperty(name: string, mentions: readonly Mention[]): PropertyNode {
    const described = mentions.flatMap(({ site }) => site ?? []);
    const types = described.map(({ schema, file }) => this.#in(file).typeOf(schema));
    const notes = mentions.flatMap((mention): Notes[] => {
      if (mention.when === '') return [];
      const own = mention.site === undefined ? emptyNotes : this.#in(mention.site.file).#notesOf(mention.site.schema);
      const sentence = `Applies ${mention.when}${mention.isRequired ? '; required there' : ''}.`;
      return [{ ...own, conditions: [sentence, ...own.conditions] }];
    });
    return {
      name,
      type: types.length === 0 ? unknownType : unionOf(types),
      isOptional: true,
      notes: notes.length === 0 ? emptyNotes : mergeNotes(notes, 'or'),
    };
  }

  #in(file: SourceFile): SchemaReader {
    return file === this.file ? this : new SchemaReader(file, this.references, this.nameOf);
  }

  /** A field's notes; what only the type it refers to says holds for the field too. */
  #notesOf(schema: JsonSchema): Notes {
    return readNotes({ schema, file: this.file }, this.references);
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

/** A list or map whose parts are not described in the very words of the whole. */
function withoutRepetition(type: TypeNode, { description }: Notes): TypeNode {
  const shortened = (notes: Notes): Notes =>
    description !== '' && notes.description === description ? { ...notes, description: '' } : notes;
  if (type.kind === 'array') return { ...type, itemNotes: shortened(type.itemNotes) };
  return type.kind === 'object' ? { ...type, othersNotes: shortened(type.othersNotes) } : type;
}

/** One of several types. A choice that is left with one stays a choice: others may be added to it later. */
function choiceOf(types: readonly TypeNode[]): TypeNode {
  const choice = unionOf(types);
  const isStructure = choice.kind === 'object' || choice.kind === 'reference' || choice.kind === 'intersection';
  return isStructure ? { kind: 'union', members: [choice] } : choice;
}

function byKind(kinds: readonly ValueKind[], typeOf: (kind: ValueKind) => TypeNode): TypeNode {
  if (typeOf === typeOfKind && kinds.length === allKinds.length) return unknownType;
  return unionOf(kinds.map(typeOf));
}
