import { groupBy } from '../group-by.js';
import { intersectionOf } from './intersect-types.js';
import type { NamedType } from './model.js';
import type { Notes } from './notes.js';
import { mapParts, typesAtPlace, unionOf, type TypeNode } from './type-node.js';

/** How many alternatives the parts of a type may multiply to; TypeScript gives up at 100,000 (error 2590). */
const maxProduct = 2000;
/** The same for all types together, those left out that stay below an ordinary product. */
const maxInAll = 300_000;
const ordinaryProduct = 100;
/** How deep properties that several parts describe are looked at. */
const maxDepth = 4;

const sentence = 'Its parts combine to too many alternatives for a type: some are checked at run time alone.';

/**
 * Widens types whose parts leave so many choices that the compiler could not multiply them: the first parts stay, the
 * others are left out, and notes say so.
 *
 * @returns The types by name.
 */
export function boundTypes<Named extends Pick<NamedType, 'name' | 'notes' | 'type'>>(
  types: readonly Named[],
): ReadonlyMap<string, Named> {
  const limiter = new TypeLimiter(new Map(types.map(({ name, type }) => [name, type])));
  return new Map(types.map((named) => [named.name, { ...named, ...limiter.limit(named) }]));
}

class TypeLimiter {
  readonly #counts = new Map<string, number>();
  readonly #widened = new Set<TypeNode>();
  #left = maxInAll;

  constructor(private readonly types: ReadonlyMap<string, TypeNode>) {}

  limit({ type, notes }: Pick<NamedType, 'notes' | 'type'>): Pick<NamedType, 'notes' | 'type'> {
    const bound = this.#bound(type);
    return { type: bound, notes: this.#annotated(notes, bound) };
  }

  #annotated(notes: Notes, type: TypeNode): Notes {
    return this.#widened.has(type) ? { ...notes, conditions: [...notes.conditions, sentence] } : notes;
  }

  #bound(type: TypeNode): TypeNode {
    const whole = mapParts(
      type,
      (part) => this.#bound(part),
      (notes, part) => this.#annotated(notes, part),
    );
    if (whole.kind !== 'union' && whole.kind !== 'intersection') return whole;
    const bound = whole.kind === 'union' ? whole : this.#fitting(whole, whole.members);
    if (whole.members.some((member) => this.#widened.has(member))) this.#widened.add(bound);
    return bound;
  }

  /** An intersection with as many of its parts as the compiler can multiply; the first one is always kept. */
  #fitting(whole: TypeNode, members: readonly TypeNode[]): TypeNode {
    const most = Math.max(ordinaryProduct, Math.min(maxProduct, this.#left));
    const kept: TypeNode[] = [];
    let product = 1;
    for (const member of members) {
      const multiplied = this.#product([...kept, member], maxDepth);
      if (kept.length > 0 && multiplied > Math.max(most, product)) continue;
      kept.push(member);
      product = multiplied;
    }
    if (product > ordinaryProduct) this.#left -= product;
    if (kept.length === members.length) return whole;
    const widened = { ...intersectionOf(kept) };
    this.#widened.add(widened);
    return widened;
  }

  /** The most alternatives that intersecting types makes: of themselves, and of a property that several of them describe. */
  #product(types: readonly TypeNode[], depth: number): number {
    const product = types.reduce((total, type) => total * this.#count(type), 1);
    if (depth === 0 || types.length < 2) return product;
    const properties = types.flatMap((type, part) => this.#properties(type).map((each) => ({ ...each, part })));
    const shared = [...groupBy(properties, ({ name }) => name).values()].flatMap((found) => {
      const byPart = [...groupBy(found, ({ part }) => part).values()];
      return byPart.length < 2 ? [] : [byPart.map((same) => unionOf(same.map(({ type }) => type)))];
    });
    return Math.max(product, ...shared.map((inner) => this.#product(inner, depth - 1)));
  }

  /** How many alternatives a type has. Where it is read, values that are not listed are one more. */
  #count(type: TypeNode): number {
    switch (type.kind) {
      case 'boolean':
      case 'literal':
        return 2;
      case 'enum':
      case 'open-enum':
        return type.values.length + 1;
      case 'union':
        return type.members.reduce((total, member) => total + this.#count(member), 0);
      case 'intersection':
        return type.members.reduce((total, member) => total * this.#count(member), 1);
      case 'reference': {
        const known = this.#counts.get(type.name);
        if (known !== undefined) return known;
        // Met again inside itself, it is one more alternative.
        this.#counts.set(type.name, 1);
        const count = this.#count(this.types.get(type.name) ?? type);
        this.#counts.set(type.name, count);
        return count;
      }
      default:
        return 1;
    }
  }

  /** The properties and items that a type describes, whichever alternative does. */
  #properties(type: TypeNode): { readonly name: string; readonly type: TypeNode }[] {
    return typesAtPlace(type, (name) => this.types.get(name)).flatMap((inner) => {
      if (inner.kind === 'array') return [{ name: '[]', type: inner.items }];
      return inner.kind === 'object' ? [...inner.properties] : [];
    });
  }
}
