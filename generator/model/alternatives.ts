import type { TypeNode } from './type-node.js';

/** The kinds of values that TypeScript lets an object be at once: `string & { a: 1 }` is a type of its own. */
const primitives = ['string', 'number', 'boolean'] as const;
type Primitives = Readonly<Record<(typeof primitives)[number], number>>;

/** How many alternatives of each sort a type has where TypeScript has written it out. */
export interface Alternatives {
  /** Objects and lists. */
  readonly objects: number;
  readonly plain: Primitives;
  /** Plain values that are objects too. */
  readonly branded: Primitives;
  readonly nulls: number;
  /** Whether values of closed or open lists are among them. All are open where a type is read: see `received.ts`. */
  readonly hasValues: boolean;
}

const no: Primitives = { string: 0, number: 0, boolean: 0 };

/** A type without alternatives. */
export const noAlternatives: Alternatives = { objects: 0, plain: no, branded: no, nulls: 0, hasValues: false };

/** How many alternatives there are in all. */
export function totalOf({ objects, plain, branded, nulls }: Alternatives): number {
  return primitives.reduce((sum, kind) => sum + plain[kind] + branded[kind], objects + nulls);
}

/** Whether none of the alternatives is an object or an open list: TypeScript intersects such types without multiplying. */
export function isPrimitive({ objects, branded, hasValues }: Alternatives): boolean {
  return objects === 0 && !hasValues && primitives.every((kind) => branded[kind] === 0);
}

/** The alternatives of a union. */
export function added(a: Alternatives, b: Alternatives): Alternatives {
  return {
    objects: a.objects + b.objects,
    plain: each((kind) => {
      const [some, more] = [a.plain[kind], b.plain[kind]];
      // What is none of the values stands once.
      const isTwice = some > 0 && more > 0 && a.hasValues && b.hasValues;
      return some + more - (isTwice ? 1 : 0);
    }),
    branded: each((kind) => a.branded[kind] + b.branded[kind]),
    nulls: Math.max(a.nulls, b.nulls),
    hasValues: a.hasValues || b.hasValues,
  };
}

/** The most alternatives that an intersection of two types can have. */
export function multiplied(a: Alternatives, b: Alternatives): Alternatives {
  return {
    objects: a.objects * b.objects,
    plain: each((kind) => plainlyMultiplied(a.plain[kind], b.plain[kind])),
    branded: each((kind) => {
      const whole = (of: Alternatives): number => of.objects + of.plain[kind] + of.branded[kind];
      return whole(a) * whole(b) - a.objects * b.objects - a.plain[kind] * b.plain[kind];
    }),
    nulls: Math.min(a.nulls, b.nulls),
    hasValues: a.hasValues || b.hasValues,
  };
}

/** Of two open lists, the values of both are left; one that admits anything leaves the other as it is. */
function plainlyMultiplied(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  return a === 1 || b === 1 ? Math.max(a, b) : a + b;
}

/**
 * The alternatives of a type without parts; `undefined` for one whose parts tell, and for one that refers.
 *
 * @param type - The type.
 */
export function ownAlternatives(type: TypeNode): Alternatives | undefined {
  switch (type.kind) {
    case 'union':
    case 'intersection':
    case 'reference':
      return undefined;
    case 'never':
      return noAlternatives;
    case 'unknown':
    case 'object':
    case 'array':
    case 'tuple':
      return { ...noAlternatives, objects: 1 };
    case 'null':
      return { ...noAlternatives, nulls: 1 };
    case 'boolean':
      return { ...noAlternatives, plain: { ...no, boolean: 2 } };
    case 'literal':
      return plainValues([type.value]);
    case 'enum':
      return plainValues(type.values);
    case 'open-enum':
      return plainValues(type.values);
    default:
      return { ...noAlternatives, plain: { ...no, [type.kind]: 1 } };
  }
}

/** The values of a list, and what is none of them. */
function plainValues(values: readonly unknown[]): Alternatives {
  const plain = each((kind) => {
    const known = values.filter((value) => typeof value === kind).length;
    return known === 0 ? 0 : known + 1;
  });
  return { ...noAlternatives, plain, nulls: values.includes(null) ? 1 : 0, hasValues: true };
}

function each(number: (kind: keyof Primitives) => number): Primitives {
  return { string: number('string'), number: number('number'), boolean: number('boolean') };
}
