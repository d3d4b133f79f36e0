import { groupBy } from '../group-by.js';
import {
  added,
  isPrimitive,
  multiplied,
  noAlternatives,
  ownAlternatives,
  totalOf,
  type Alternatives,
} from './alternatives.js';
import { unionOf, type TypeNode } from './type-node.js';

/** TypeScript gives up where an intersection multiplies to this many alternatives (error 2590). */
export const tooManyAlternatives = 100_000;

/** How deep properties that several parts of an intersection describe are looked at. */
const deepest = 8;
/** How many intersections are looked at in all: a hostile catalog could have any number. */
const mostIntersections = 20_000;

/** Tells to how many alternatives TypeScript multiplies types when it intersects them. */
export class TypeComplexity {
  readonly #resolve: (name: string) => TypeNode;
  readonly #known = new Map<TypeNode, Multiplied>();
  readonly #parts = new Map<TypeNode, readonly TypeNode[]>();
  #looked = 0;

  /** @param resolve - Gives the type of a name. */
  constructor(resolve: (name: string) => TypeNode) {
    this.#resolve = resolve;
  }

  /**
   * The largest number of alternatives that TypeScript multiplies at once for a type; properties that several parts of an
   * intersection describe count, which are intersected where somebody uses them.
   *
   * @param type - A type that does not refer to itself without a property or item in between.
   */
  largestProduct(type: TypeNode): number {
    return this.#largest(type, 0);
  }

  #largest(type: TypeNode, depth: number): number {
    const { product } = this.#multiply(type);
    if (product >= tooManyAlternatives || depth === deepest || this.#looked >= mostIntersections) return product;
    if (type.kind === 'union') return maximum([product, ...type.members.map((each) => this.#largest(each, depth))]);
    if (type.kind !== 'intersection') return product;
    this.#looked += 1;
    const shared = sharedTypes(this.#partsOf(type), this.#resolve);
    return maximum([product, ...shared.map((members) => this.#largest({ kind: 'intersection', members }, depth + 1))]);
  }

  /** The members of an intersection, those of its references too, each once. */
  #partsOf(type: TypeNode): readonly TypeNode[] {
    const inner = this.#targetOf(type);
    if (inner.kind !== 'intersection') return [inner];
    const known = this.#parts.get(inner) ?? [...new Set(inner.members.flatMap((member) => this.#partsOf(member)))];
    this.#parts.set(inner, known);
    return known;
  }

  #targetOf(type: TypeNode): TypeNode {
    return type.kind === 'reference' ? this.#targetOf(this.#resolve(type.name)) : type;
  }

  #multiply(type: TypeNode): Multiplied {
    const known = this.#known.get(type) ?? this.#read(type);
    this.#known.set(type, known);
    return known;
  }

  #read(type: TypeNode): Multiplied {
    if (type.kind === 'reference') return this.#multiply(this.#resolve(type.name));
    if (type.kind !== 'union' && type.kind !== 'intersection')
      return { alternatives: ownAlternatives(type) ?? noAlternatives, product: 1 };
    const members = type.kind === 'union' ? type.members : this.#partsOf(type);
    const read = members.map((member) => this.#multiply(member));
    const product = maximum(read.map((each) => each.product));
    const counts = read.map(({ alternatives }) => alternatives);
    if (type.kind === 'union') return { alternatives: counts.reduce(added, noAlternatives), product };
    const whole = multiplyAll(counts);
    return { ...whole, product: Math.max(product, whole.product) };
  }
}

/** What a type has once it is written out, and the largest product on the way there. */
interface Multiplied {
  readonly alternatives: Alternatives;
  readonly product: number;
}

/** Multiplies as TypeScript does: plain values first, then the two halves of what is left, each in the same way. */
function multiplyAll(counts: readonly Alternatives[]): Multiplied {
  const plain = counts.filter(isPrimitive);
  const [first, ...others] = plain;
  const left = counts.filter((count) => !isPrimitive(count));
  return multiplyHalves(first === undefined ? left : [others.reduce(multiplied, first), ...left]);
}

function multiplyHalves(counts: readonly Alternatives[]): Multiplied {
  const [first = noAlternatives, second] = counts;
  if (second === undefined) return { alternatives: first, product: 1 };
  if (counts.length === 2) {
    return { alternatives: multiplied(first, second), product: totalOf(first) * totalOf(second) };
  }
  const middle = Math.floor(counts.length / 2);
  const halves = [multiplyHalves(counts.slice(0, middle)), multiplyHalves(counts.slice(middle))];
  const whole = multiplyHalves(halves.map(({ alternatives }) => alternatives));
  return { ...whole, product: Math.max(whole.product, ...halves.map(({ product }) => product)) };
}

/** The types that several parts give to one property, item or index signature, by part. */
function sharedTypes(parts: readonly TypeNode[], resolve: (name: string) => TypeNode): TypeNode[][] {
  const places = parts.flatMap((part) => [...placesOf(part, resolve)]);
  return [...groupBy(places, ([place]) => place).values()]
    .filter((shared) => shared.length > 1)
    .map((shared) => shared.map(([, types]) => unionOf(types)));
}

/** The types that a part gives to each place: a property, an item, what is not listed. */
function placesOf(part: TypeNode, resolve: (name: string) => TypeNode): Map<string, TypeNode[]> {
  const places = new Map<string, TypeNode[]>();
  const add = (place: string, type: TypeNode): void => {
    const types = places.get(place);
    if (types === undefined) places.set(place, [type]);
    else types.push(type);
  };
  const open = [part];
  const seen = new Set<TypeNode>();
  for (let type = open.pop(); type !== undefined; type = open.pop()) {
    if (seen.has(type)) continue;
    seen.add(type);
    if (type.kind === 'reference') open.push(resolve(type.name));
    else if (type.kind === 'union' || type.kind === 'intersection') open.push(...type.members);
    else if (type.kind === 'array') add('items', type.items);
    else if (type.kind === 'tuple') for (const [index, item] of type.items.entries()) add(`item ${index}`, item);
    else if (type.kind === 'object') {
      for (const property of type.properties) add(`property ${property.name}`, property.type);
      if (type.others !== undefined) add('others', type.others);
    }
  }
  return places;
}

const maximum = (numbers: readonly number[]): number =>
  numbers.reduce((largest, number) => Math.max(largest, number), 1);
