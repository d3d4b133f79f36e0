import type { Json } from '../json.js';
import type { NamedType } from '../model/model.js';
import { emptyNotes, type Notes } from '../model/notes.js';
import type { TypeNode } from '../model/type-node.js';
import { typeLabel } from '../render/markdown/type-label.js';

/** A type, and what is inside it. */
export interface TypeDescription {
  /** In a few words, such as `string`, `StorageLocation` or `object[]`. */
  readonly type: string;
  /**
   * What a name stands for: another name, what that stands for, and so on, down to what it is, such as `string[]`. Empty for
   * a type without a name.
   */
  readonly standsFor: readonly string[];
  /** Whether the type, or that of its items, came before: what is inside it is described there, once. */
  readonly isRepeated: boolean;
  /** Fields of the object, or of each item of the list. */
  readonly fields: readonly FieldDescription[];
  /** Objects and lists of which the value is one; empty where there is only one kind. */
  readonly alternatives: readonly TypeDescription[];
}

/** A type, and all that the catalog says of a value in its place. */
export interface ValueDescription
  extends TypeDescription, Pick<Notes, 'isSecret' | 'isDeprecated' | 'description' | 'conditions' | 'knownValues'> {
  /** Value where the field is absent; `null` also where there is none. */
  readonly default: Json;
}

/** A field of an object. */
export interface FieldDescription extends ValueDescription {
  /** Name of the property; `*` for any other one, `[0]` for the first item of a tuple. */
  readonly name: string;
  readonly isRequired: boolean;
}

type Contents = Pick<TypeDescription, 'isRepeated' | 'fields' | 'alternatives'>;

const nothing: Contents = { isRepeated: false, fields: [], alternatives: [] };

/** Describes types; a named one is opened where it comes first, or few of them could fill any memory. */
export class TypeDescriber {
  readonly #opened = new Set<string>();

  constructor(private readonly types: ReadonlyMap<string, NamedType>) {}

  /** Describes a type, all that is inside it, and what the catalog says of it, also by its notes where it stands. */
  describe(type: TypeNode, notes: Notes): ValueDescription {
    const names = this.#namesOf(type);
    const target = names.at(-1)?.type ?? type;
    const items = target.kind === 'array' ? target.itemNotes : emptyNotes;
    const own = [notes, ...names.map((named) => named.notes)];
    const isSecret = [...own, items].some((each) => each.isSecret);
    return {
      ...this.#describeType(type, notes),
      isSecret,
      isDeprecated: notes.isDeprecated,
      description: own.map(({ description }) => description).find((text) => text !== '') ?? '',
      conditions: [
        ...new Set(own.flatMap(({ conditions }) => conditions)),
        ...items.conditions.map((condition) => `Each item: ${condition}`),
      ],
      knownValues: [...own, items].map(({ knownValues }) => knownValues).find((values) => values.length > 0) ?? [],
      default: isSecret ? null : (own.map((each) => each.default).find((value) => value !== undefined) ?? null),
    };
  }

  #describeType(type: TypeNode, notes: Notes): TypeDescription {
    const standsFor = this.#namesOf(type).map((named) => meaningOf(named.type, named.notes));
    return { type: typeLabel(type, notes), standsFor, ...this.#contents(type) };
  }

  /** The named type that a reference leads to, the one which that leads to, and so on. */
  #namesOf(type: TypeNode): readonly NamedType[] {
    const names = new Set<NamedType>();
    for (let next = type; next.kind === 'reference';) {
      const named = this.types.get(next.name);
      if (named === undefined || names.has(named)) break;
      names.add(named);
      next = named.type;
    }
    return [...names];
  }

  #contents(type: TypeNode): Contents {
    switch (type.kind) {
      case 'reference': {
        const target = this.types.get(type.name);
        if (target === undefined) return nothing;
        if (this.#opened.has(type.name)) return { ...nothing, isRepeated: true };
        this.#opened.add(type.name);
        return this.#contents(target.type);
      }
      case 'array':
        return this.#contents(type.items);
      case 'tuple': {
        const items = type.items.map((item, index) =>
          this.#field(`[${index}]`, item, index < type.minimum, emptyNotes),
        );
        const rest = type.rest === undefined ? [] : [this.#field('[…]', type.rest, false, emptyNotes)];
        return { ...nothing, fields: [...items, ...rest].filter(hasContents) };
      }
      case 'object': {
        const fields = type.properties.map(({ name, type: own, isOptional, notes }) =>
          this.#field(name, own, !isOptional, notes),
        );
        if (type.others !== undefined) fields.push(this.#field('*', type.others, false, type.othersNotes));
        return { ...nothing, fields };
      }
      case 'union': {
        const members = type.members.map((member) => this.#describeType(member, emptyNotes)).filter(hasContents);
        const [only, ...others] = members;
        return only !== undefined && others.length === 0 ? merged([only]) : { ...nothing, alternatives: members };
      }
      case 'intersection':
        return merged(type.members.map((member) => this.#contents(member)));
      default:
        return nothing;
    }
  }

  #field(name: string, type: TypeNode, isRequired: boolean, notes: Notes): FieldDescription {
    return { name, isRequired, ...this.describe(type, notes) };
  }
}

/** Beside a name, an object in one with it is worth saying. */
function meaningOf(type: TypeNode, notes: Notes): string {
  if (type.kind !== 'intersection') return typeLabel(type, notes);
  const labels = new Set(type.members.map((member) => typeLabel(member, notes)));
  return [...labels].filter((label) => label !== 'any').join(' and ') || typeLabel(type, notes);
}

function hasContents({ isRepeated, fields, alternatives }: Contents): boolean {
  return isRepeated || fields.length > 0 || alternatives.length > 0;
}

/** What is inside several types at once. Of a field in more than one, the last description and the strictest requirement hold. */
function merged(parts: readonly Contents[]): Contents {
  const fields = new Map<string, FieldDescription>();
  for (const field of parts.flatMap((part) => part.fields)) {
    const isRequired = field.isRequired || fields.get(field.name)?.isRequired === true;
    fields.set(field.name, { ...field, isRequired });
  }
  return {
    isRepeated: parts.some(({ isRepeated }) => isRepeated),
    fields: [...fields.values()],
    alternatives: parts.flatMap(({ alternatives }) => alternatives),
  };
}
