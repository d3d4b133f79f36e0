import type { Json } from '../load/source.js';
import type { NamedType } from '../model/model.js';
import { emptyNotes, type Notes } from '../model/notes.js';
import type { ObjectNode, TypeNode } from '../model/type-node.js';
import { typeLabel } from '../render/markdown/type-label.js';

/** A type, and what is inside it. */
export interface TypeDescription {
  /** In a few words, such as `string`, `StorageLocation` or `object[]`. */
  readonly type: string;
  /** Whether the type stands around itself: what is inside it is told there. */
  readonly isRecursive: boolean;
  /** Fields of the object, or of each item of the list. */
  readonly fields: readonly FieldDescription[];
  /** Objects and lists of which the value is one; empty where there is only one kind. */
  readonly alternatives: readonly TypeDescription[];
}

/** A field of an object. */
export interface FieldDescription extends TypeDescription {
  /** Name of the property; `*` for any other one, `[0]` for the first item of a tuple. */
  readonly name: string;
  readonly isRequired: boolean;
  /** Whether it is a credential, which is never printed. */
  readonly isSecret: boolean;
  readonly isDeprecated: boolean;
  /** Markdown; empty where the catalog has none. */
  readonly description: string;
  /** Format, limits and other conditions, a sentence each, as Markdown. */
  readonly conditions: readonly string[];
  /** Values that are known of an open list. */
  readonly knownValues: readonly string[];
  /** Value where the field is absent; `null` also where there is none. */
  readonly default: Json;
}

type Contents = Pick<TypeDescription, 'isRecursive' | 'fields' | 'alternatives'>;

const nothing: Contents = { isRecursive: false, fields: [], alternatives: [] };

/** Describes types; named ones are opened where they stand. */
export class TypeDescriber {
  readonly #types: ReadonlyMap<string, NamedType>;

  /** @param types - Named types, by name. */
  constructor(types: ReadonlyMap<string, NamedType>) {
    this.#types = types;
  }

  /**
   * Describes a type and all that is inside it.
   *
   * @param type - The type.
   * @param notes - What the catalog says of it.
   * @param open - Names of the types around it.
   */
  describe(type: TypeNode, notes: Notes, open: ReadonlySet<string> = new Set()): TypeDescription {
    return { type: typeLabel(type, notes), ...this.#contents(type, open) };
  }

  #contents(type: TypeNode, open: ReadonlySet<string>): Contents {
    switch (type.kind) {
      case 'reference': {
        const target = this.#types.get(type.name);
        if (target === undefined) return nothing;
        return open.has(type.name)
          ? { ...nothing, isRecursive: true }
          : this.#contents(target.type, new Set(open).add(type.name));
      }
      case 'array':
        return this.#contents(type.items, open);
      case 'tuple': {
        const items = type.items.map((item, index) =>
          this.#field(`[${index}]`, item, index < type.minimum, emptyNotes, open),
        );
        const rest = type.rest === undefined ? [] : [this.#field('[…]', type.rest, false, emptyNotes, open)];
        return { ...nothing, fields: [...items, ...rest].filter(hasContents) };
      }
      case 'object':
        return { ...nothing, fields: this.#fields(type, open) };
      case 'union': {
        const members = type.members.map((member) => this.describe(member, emptyNotes, open)).filter(hasContents);
        const [only, ...others] = members;
        return only !== undefined && others.length === 0 ? merged([only]) : { ...nothing, alternatives: members };
      }
      case 'intersection':
        return merged(type.members.map((member) => this.#contents(member, open)));
      default:
        return nothing;
    }
  }

  #fields({ properties, others, othersNotes }: ObjectNode, open: ReadonlySet<string>): FieldDescription[] {
    const listed = properties.map(({ name, type, isOptional, notes }) =>
      this.#field(name, type, !isOptional, notes, open),
    );
    return others === undefined ? listed : [...listed, this.#field('*', others, false, othersNotes, open)];
  }

  #field(name: string, type: TypeNode, isRequired: boolean, notes: Notes, open: ReadonlySet<string>): FieldDescription {
    const named = type.kind === 'reference' ? this.#types.get(type.name)?.notes : undefined;
    const items = type.kind === 'array' ? type.itemNotes : emptyNotes;
    const own = [notes, named ?? emptyNotes];
    return {
      name,
      ...this.describe(type, notes, open),
      isRequired,
      isSecret: [...own, items].some(({ isSecret }) => isSecret),
      isDeprecated: notes.isDeprecated,
      description: own.map(({ description }) => description).find((text) => text !== '') ?? '',
      conditions: [
        ...new Set(own.flatMap(({ conditions }) => conditions)),
        ...items.conditions.map((condition) => `Each item: ${condition}`),
      ],
      knownValues: [...own, items].map(({ knownValues }) => knownValues).find((values) => values.length > 0) ?? [],
      default: own.map((each) => each.default).find((value) => value !== undefined) ?? null,
    };
  }
}

function hasContents({ isRecursive, fields, alternatives }: Contents): boolean {
  return isRecursive || fields.length > 0 || alternatives.length > 0;
}

/** What is inside several types at once. Of a field in more than one, the last description and the strictest requirement hold. */
function merged(parts: readonly Contents[]): Contents {
  const fields = new Map<string, FieldDescription>();
  for (const field of parts.flatMap((part) => part.fields)) {
    const isRequired = field.isRequired || fields.get(field.name)?.isRequired === true;
    fields.set(field.name, { ...field, isRequired });
  }
  return {
    isRecursive: parts.some(({ isRecursive }) => isRecursive),
    fields: [...fields.values()],
    alternatives: parts.flatMap(({ alternatives }) => alternatives),
  };
}
