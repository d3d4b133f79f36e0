import { describe, expect, it } from 'vitest';
import type { JsonSchema, SchemaMap } from '../../../../../generator/schema/json-schema.js';
import { linkSchema } from '../../../../../generator/testing/link-schema.js';
import { compileValidator } from './compile-validator.js';

const node: JsonSchema = { $ref: '#/$defs/node' };
const inside: SchemaMap = { a: node };
const parts = ['x', 'y', 'z'].map((name): JsonSchema => ({ properties: inside, required: [name] }));
const anything: readonly JsonSchema[] = [{ properties: inside }, { properties: inside }];
const list: JsonSchema = { properties: { a: { type: 'array', items: node } } };

/** Schemas that hold themselves several times; a validator that judges each again at each level takes 2 to the power of it. */
const repeating: Readonly<Record<string, JsonSchema>> = {
  'anyOf with different marks': { anyOf: parts },
  'oneOf with different marks': { oneOf: parts },
  'allOf that must fit': { allOf: [{ properties: inside }, { properties: inside, required: ['x'] }] },
  'not beside the same': { not: { properties: inside, required: ['y'] }, properties: inside, required: ['x'] },
  'if, then and else': { if: parts[0] ?? true, then: { properties: inside }, else: parts[1] ?? true },
  dependentSchemas: { dependentSchemas: { a: { properties: inside }, x: { properties: inside } }, required: ['x'] },
  'patterns that overlap': { patternProperties: { '^a': node, a$: node }, required: ['x'] },
  'contains beside items': { properties: { a: { type: 'array', contains: node, items: node } }, required: ['x'] },
  'anyOf of lists': { anyOf: [list, list], required: ['x'] },
  'unevaluatedProperties: false': {
    anyOf: [...anything, { properties: { x: true } }],
    unevaluatedProperties: false,
    required: ['x'],
  },
  'unevaluatedProperties with a schema': {
    anyOf: [{ required: ['y'], properties: inside }, true],
    unevaluatedProperties: { anyOf: [node, node, { type: 'boolean' }] },
    required: ['x'],
  },
  'alternatives in a circle of several': {
    anyOf: [{ properties: { a: { $ref: '#/$defs/other' } } }, { properties: { a: { $ref: '#/$defs/third' } } }],
    required: ['x'],
  },
};
const others: SchemaMap = {
  other: { anyOf: [{ properties: inside }, { properties: { a: { $ref: '#/$defs/third' } } }] },
  third: { allOf: [{ $ref: '#/$defs/other' }, { properties: inside }] },
};

class TooManyLooks extends Error {}

/** Looks at a payload are counted: they are what a check does with it, and depend on no machine. */
class Counter {
  looks = 0;

  constructor(readonly most: number) {}

  #look(): void {
    this.looks += 1;
    if (this.looks > this.most) throw new TooManyLooks();
  }

  watch<Value extends object>(value: Value): Value {
    return new Proxy(value, {
      get: (target, key, receiver) => {
        this.#look();
        return Reflect.get(target, key, receiver) as unknown;
      },
      ownKeys: (target) => {
        this.#look();
        return Reflect.ownKeys(target);
      },
      getOwnPropertyDescriptor: (target, key) => {
        this.#look();
        return Reflect.getOwnPropertyDescriptor(target, key);
      },
    });
  }

  /** An object in an object, and so on; in lists where `isList`. */
  nested(levels: number, innermost: object, isList: boolean): object {
    let value = this.watch(innermost);
    for (let level = 1; level < levels; level += 1) {
      value = this.watch({ x: true, a: isList ? this.watch([value]) : value });
    }
    return value;
  }
}

const linked = (name: string): ReturnType<typeof linkSchema> =>
  linkSchema({ $ref: '#/$defs/node', $defs: { ...others, node: repeating[name] ?? false } });
const cases = Object.keys(repeating).flatMap((name) => [
  { name, leaf: 'right', innermost: { x: true } },
  { name, leaf: 'wrong', innermost: { w: true } },
]);
const holdsLists = (name: string): boolean => /items|lists/.test(name);

describe('A validator of a schema that holds itself several times', () => {
  it.each(cases)('takes few looks at a payload 60 deep, $leaf innermost: $name', ({ name, innermost }) => {
    const validate = compileValidator<unknown>(linked(name));
    const looksAt = (levels: number, check: (value: unknown) => unknown): number => {
      const counter = new Counter(200_000);
      check(counter.nested(levels, innermost, holdsLists(name)));
      return counter.looks;
    };
    for (const check of [validate, validate.accepts]) {
      const looks = looksAt(60, check);
      expect(looks).toBeLessThan(50_000);
      // In proportion to the payload, but for the outermost levels.
      expect(looksAt(120, check) - looks).toBeLessThan(2 * looks);
    }
  });

  it.each(cases)('decides one way, whether it tells problems or not, $leaf innermost: $name', ({ name, innermost }) => {
    const validate = compileValidator<unknown>(linked(name));
    const value = new Counter(200_000).nested(60, innermost, holdsLists(name));
    expect(validate(value).length === 0).toBe(validate.accepts(value));
  });

  it('tells where the innermost problem is', () => {
    const value = new Counter(200_000).nested(60, { w: true }, false);
    expect(compileValidator<unknown>(linked('anyOf with different marks'))(value)).toEqual([
      { pointer: `${'/a'.repeat(59)}/x`, message: 'Is missing.' },
    ]);
  });

  it('tells the problems of an object that stands at several places at each of them, as of copies', () => {
    const schema = linkSchema({
      $ref: '#/$defs/node',
      $defs: { node: { properties: { a: node, b: node, c: { anyOf: [node, { type: 'null' }] } }, required: ['x'] } },
    });
    const shared = { x: true, a: { w: true }, c: { x: true, b: {} } };
    let value: unknown = { x: true, a: shared, b: shared, c: { x: true, a: shared } };
    for (let level = 0; level < 20; level += 1) value = { x: true, a: value };
    const problems = compileValidator<unknown>(schema)(value);
    const deep = '/a'.repeat(20);
    expect(problems.map(({ pointer }) => pointer)).toEqual(
      ['a', 'b', 'c/a'].flatMap((place) => [`${deep}/${place}/a/x`, `${deep}/${place}/c/b/x`]),
    );
    expect(compileValidator<unknown>(schema)(structuredClone(value))).toEqual(problems);
    expect(compileValidator<unknown>(schema)(JSON.parse(JSON.stringify(value)))).toEqual(problems);
  });

  it('asks again what was looked at, where only the verdict is known', () => {
    const levels = Array.from({ length: 10 }, (_, level) => [`l${level}`, { $ref: `#/$defs/l${level + 1}` }] as const);
    const a: JsonSchema = { $ref: '#/$defs/a' };
    const schema = linkSchema({
      $ref: '#/$defs/l0',
      $defs: {
        ...Object.fromEntries(levels),
        l10: { allOf: [{ not: { not: a } }, a], unevaluatedProperties: false },
        a: { properties: { a: true } },
      },
    });
    expect(compileValidator<unknown>(schema)({ a: 1 })).toEqual([]);
  });
});
