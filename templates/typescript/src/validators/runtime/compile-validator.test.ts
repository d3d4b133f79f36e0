import { describe, expect, it, vi } from 'vitest';
import type { JsonSchema } from '../../../../../generator/schema/json-schema.js';
import { linkSchema } from '../../../../../generator/testing/link-schema.js';
import { compileValidator } from './compile-validator.js';
import { Run } from './run.js';

const problemsOf = (schema: JsonSchema, value: unknown): string[] =>
  compileValidator<unknown>(linkSchema(schema))(value).map(({ pointer, message }) => `${pointer} ${message}`);

/** A value of a property called like a member of `Object.prototype`, as JSON gives it. */
const parsed = (text: string): unknown => JSON.parse(text) as unknown;
const text: JsonSchema = { type: 'string' };

describe('A validator', () => {
  const sentences: readonly (readonly [given: JsonSchema, value: unknown, want: readonly string[]])[] = [
    [{ type: 'string' }, 1, [' Must be a string, not a number.']],
    [{ type: ['string', 'null'] }, [], [' Must be a string or null, not an array.']],
    [{ type: 'integer' }, 1.5, [' Must be an integer, not a number with a fraction.']],
    [{ type: 'number' }, Number.NaN, [' Must be a number, not a number that JSON cannot hold.']],
    [{ type: 'object' }, undefined, [' Must be an object, not undefined.']],
    [{ type: 'object' }, null, [' Must be an object, not null.']],
    [{ enum: ['a', 1, null] }, 'b', [' Must be "a", 1 or null.']],
    [{ const: { a: [1] } }, { a: [2] }, [' Must be {"a":[1]}.']],
    [
      { enum: Array.from({ length: 100 }, (_, index) => `value ${index}`) },
      'b',
      [' Must be one of the 100 values that the schema lists.'],
    ],
    [{ required: ['a', 'b~/'] }, { a: 1 }, ['/b~0~1 Is missing.']],
    [{ properties: { a: { properties: { b: text } } } }, { a: { b: 1 } }, ['/a/b Must be a string, not a number.']],
    [{ properties: { a: text }, additionalProperties: false }, { c: 1 }, ['/c There is no property of this name.']],
    [{ patternProperties: { '^x-': text } }, { 'x-a': 1, y: 1 }, ['/x-a Must be a string, not a number.']],
    [{ propertyNames: { maxLength: 2 } }, { abc: 1 }, ['/abc A property may not have this name.']],
    [{ dependentRequired: { a: ['b'] } }, { a: 1 }, ['/b Is missing, and must be there beside "a".']],
    [{ dependentSchemas: { a: { required: ['b'] } } }, { a: 1 }, ['/b Is missing.']],
    [{ minProperties: 2 }, { a: 1 }, [' Must have at least 2 properties.']],
    [{ maxProperties: 0 }, { a: 1 }, [' Must have at most 0 properties.']],
    [{ items: text }, ['a', 1, 2], ['/1 Must be a string, not a number.', '/2 Must be a string, not a number.']],
    [
      { prefixItems: [text], items: false },
      [1, 2],
      ['/0 Must be a string, not a number.', '/1 Nothing is allowed here.'],
    ],
    [{ contains: text, minContains: 2 }, ['a', 1], [' Must hold at least 2 items that the schema asks for.']],
    [{ contains: text, maxContains: 1 }, ['a', 'b'], [' Must hold at most 1 item that the schema asks for.']],
    [{ minItems: 1 }, [], [' Must have at least 1 item.']],
    [{ maxItems: 1 }, [1, 2], [' Must have at most 1 item.']],
    [
      { uniqueItems: true },
      [1, { a: 1, b: 2 }, { b: 2, a: 1 }],
      ['/2 Must differ from every other item, but equals item 1.'],
    ],
    [{ minLength: 2 }, '😀', [' Must have at least 2 characters.']],
    [{ maxLength: 1 }, 'ab', [' Must have at most 1 character.']],
    [{ pattern: '^\\p{Lu}$' }, 'a', [' Must match the pattern ^\\p{Lu}$.']],
    [{ format: 'date-time' }, 'yesterday', [' Must have the format date-time.']],
    [{ minimum: 1, multipleOf: 2 }, -1, [' Must be at least 1.', ' Must be a multiple of 2.']],
    [{ exclusiveMaximum: 1 }, 1, [' Must be less than 1.']],
    [{ not: text }, 'a', [' Must not be what the schema rules out here.']],
    [{ oneOf: [true, text] }, 'a', [' Must fit exactly one of 2 alternatives, but fits 2.']],
    [{ if: text, then: { minLength: 1 }, else: { type: 'null' } }, '', [' Must have at least 1 character.']],
    [{ if: text, then: { minLength: 1 }, else: { type: 'null' } }, 1, [' Must be null, not a number.']],
    [
      { unevaluatedProperties: false, allOf: [{ properties: { a: true } }] },
      { a: 1, b: 1 },
      ['/b There is no property of this name.'],
    ],
    [{ unevaluatedItems: false, anyOf: [{ prefixItems: [true] }] }, [1, 2], ['/1 Nothing is allowed here.']],
    [{ allOf: [{ required: ['a'] }, { required: ['a'] }] }, {}, ['/a Is missing.']],
  ];
  it.each(sentences)('says of %j where and what is wrong with %j', (schema, value, want) => {
    expect(problemsOf(schema, value)).toEqual(want);
  });

  const shape = (kind: string, more: Record<string, JsonSchema>): JsonSchema => ({
    type: 'object',
    required: ['kind'],
    properties: { kind: { const: kind }, ...more },
  });
  const shapes: JsonSchema = {
    oneOf: [shape('circle', { radius: { type: 'number' } }), shape('square', { side: { type: 'number' } })],
  };
  const alternatives: readonly (readonly [
    given: string,
    schema: JsonSchema,
    value: unknown,
    want: readonly string[],
  ])[] = [
    ['the one whose mark fits', shapes, { kind: 'square', side: 'a' }, ['/side Must be a number, not a string.']],
    [
      'the one of the right type',
      { anyOf: [{ type: 'string' }, { items: text }] },
      [1],
      ['/0 Must be a string, not a number.'],
    ],
    [
      'the one with fewest problems',
      { anyOf: [{ required: ['a', 'b'] }, { required: ['c'] }] },
      {},
      ['/c Is missing.'],
    ],
    [
      'all types, where none is right',
      { anyOf: [{ type: 'string' }, { type: 'null' }] },
      true,
      [' Must be a string or null, not a boolean.'],
    ],
    [
      'the best of the best',
      { anyOf: [{ type: 'null' }, { anyOf: [{ type: 'string' }, { type: 'object', required: ['a'] }] }] },
      {},
      ['/a Is missing.'],
    ],
    ['all marks, where none is right', shapes, { kind: 'cube' }, ['/kind Must be "circle" or "square".']],
    [
      'all values, where none is right',
      { anyOf: [{ const: 'a' }, { enum: ['b', 'c'] }] },
      'd',
      [' Must be "a", "b" or "c".'],
    ],
  ];
  it.each(alternatives)('tells of alternatives %s', (_, schema, value, want) => {
    expect(problemsOf(schema, value)).toEqual(want);
  });

  it('never quotes a value', () => {
    const secret = 'hunter2hunter2';
    const schemas: JsonSchema[] = sentences.map(([schema]) => schema);
    for (const schema of schemas) expect(problemsOf(schema, secret).join()).not.toContain(secret);
  });

  const accepted: readonly (readonly [given: string, schema: JsonSchema, value: unknown])[] = [
    ['an integer with a fraction of zero', { type: 'integer' }, parsed('1.0')],
    ['lengths in code points', { minLength: 2, maxLength: 2 }, '😀a'],
    ['a lone surrogate as one character', { maxLength: 1 }, '\ud800'],
    ['zero and minus zero as equal', { const: 0 }, -0],
    ['objects as equal in any order', { enum: [{ a: 1, b: [2] }] }, { b: [2], a: 1 }],
    ['1 and true as different', { uniqueItems: true }, [1, true, '1', [1], ['1'], { a: 1 }]],
    [
      'limits of other types',
      { minLength: 5, minimum: 5, minItems: 5, minProperties: 5, pattern: 'x', format: 'uri' },
      null,
    ],
    ['a format that is not known', { format: 'colour' }, 'x'],
    ['a number in place of a text format', { format: 'date' }, 1],
    ['undefined as missing', { properties: { a: text }, additionalProperties: false }, { a: undefined, b: undefined }],
    ['minContains 0', { contains: text, minContains: 0 }, []],
    ['contains as a look at the items it matches', { contains: text, unevaluatedItems: { type: 'number' } }, ['a', 1]],
    ['then without if', { then: false, else: false, minContains: 3 }, {}],
    [
      'what a nested schema looked at',
      {
        anyOf: [{ properties: { a: true }, required: ['b'] }, { properties: { a: true } }],
        unevaluatedProperties: false,
      },
      { a: 1 },
    ],
    ['a property that is inherited as missing', { properties: { toString: text } }, {}],
    [
      'names of inherited members',
      { properties: { constructor: text, toString: text } },
      parsed('{"constructor":"a","toString":"b"}'),
    ],
    [
      'additional properties of any name',
      { additionalProperties: text },
      parsed('{"__proto__":"a","hasOwnProperty":"b"}'),
    ],
    ['a pattern anywhere in the text', { pattern: 'b' }, 'abc'],
    ['0.3 as a multiple of 0.1', { multipleOf: 0.1 }, 0.3],
    ['19.99 as a multiple of 0.01', { multipleOf: 0.01 }, 19.99],
    ['a large integer as a multiple of 2.5', { multipleOf: 2.5 }, 9007199254740990],
    ['an integer as a multiple of a tiny number', { multipleOf: 1e-7 }, 5],
    ['a large integer as a multiple of 7', { multipleOf: 7 }, 9007199254740988],
  ];
  it.each(accepted)('accepts %s', (_, schema, value) => {
    expect(problemsOf(schema, value)).toEqual([]);
  });

  const refused: readonly (readonly [given: string, schema: JsonSchema, value: unknown, want: readonly string[]])[] = [
    [
      'an inherited member as a required one',
      { required: ['toString', '__proto__'] },
      {},
      ['/toString Is missing.', '/__proto__ Is missing.'],
    ],
    [
      'a wrong __proto__',
      { properties: JSON.parse('{"__proto__":{"type":"string"}}') as Record<string, JsonSchema> },
      parsed('{"__proto__":1}'),
      ['/__proto__ Must be a string, not a number.'],
    ],
    [
      'a __proto__ that is one too many',
      { additionalProperties: false },
      parsed('{"__proto__":1}'),
      ['/__proto__ There is no property of this name.'],
    ],
    ['a required property that is undefined', { required: ['a'] }, { a: undefined }, ['/a Is missing.']],
    ['a large integer as no multiple of 1.5', { multipleOf: 1.5 }, 9007199254740991, [' Must be a multiple of 1.5.']],
    ['a large integer as no multiple of 7', { multipleOf: 7 }, 9007199254740991, [' Must be a multiple of 7.']],
    ['19.995 as no multiple of 0.01', { multipleOf: 0.01 }, 19.995, [' Must be a multiple of 0.01.']],
    ['a tiny number as no multiple of 1', { multipleOf: 1 }, 1e-300, [' Must be a multiple of 1.']],
    ['a number that has too many multiples to tell', { multipleOf: 5e-324 }, 1, [' Must be a multiple of 5e-324.']],
    [
      'what a failed alternative looked at',
      { anyOf: [{ properties: { a: true }, required: ['b'] }, { required: ['a'] }], unevaluatedProperties: false },
      { a: 1 },
      ['/a There is no property of this name.'],
    ],
    [
      'what only a neighbour looked at',
      { allOf: [{ properties: { a: true } }, { unevaluatedProperties: false }] },
      { a: 1 },
      ['/a There is no property of this name.'],
    ],
    [
      'equal items at any depth',
      { uniqueItems: true },
      [{ a: [{ b: 1 }] }, { a: [{ b: 1 }] }],
      ['/1 Must differ from every other item, but equals item 0.'],
    ],
    ['anything, where nothing is allowed', false, 1, [' Nothing is allowed here.']],
  ];
  it.each(refused)('refuses %s', (_, schema, value, want) => {
    expect(problemsOf(schema, value)).toEqual(want);
  });

  const digits: JsonSchema = { items: { type: 'number' } };
  const looked: readonly (readonly [given: string, schema: JsonSchema, value: unknown, want: readonly string[]])[] = [
    ['allOf', { allOf: [{ prefixItems: [true] }] }, ['a'], []],
    ['a reference', { $ref: '#/$defs/one', $defs: { one: { prefixItems: [true] } } }, ['a', 'b'], ['/1']],
    ['an alternative that fits', { anyOf: [digits, { type: 'string' }] }, [1, 2], []],
    ['no alternative that fits', { oneOf: [digits, true] }, ['a'], ['/0']],
    ['a condition that is met', { if: digits }, [1], []],
    ['no condition that is not met', { if: digits, else: true }, ['a'], ['/0']],
    ['then', { if: true, then: { prefixItems: [true] } }, ['a', 'b'], ['/1']],
    ['else', { if: false, else: { prefixItems: [true] } }, ['a', 'b'], ['/1']],
    ['nothing that is ruled out', { not: digits }, ['a'], ['/0']],
    ['a schema inside with a look of its own', { allOf: [{ unevaluatedItems: true }] }, ['a'], []],
    ['the items that match contains', { contains: { type: 'number' } }, [1, 'a'], ['/1']],
    ['contains beside prefixItems', { prefixItems: [true], contains: { type: 'number' } }, ['a', 1], []],
  ];
  it.each(looked)('counts as looked at what %s looks at', (_, schema, value, want) => {
    const outer = { ...(schema as object), unevaluatedItems: false };
    const pointers = compileValidator<unknown>(linkSchema(outer))(value).map(({ pointer }) => pointer);
    expect(pointers).toEqual(want);
  });

  it('wants a match of contains in an empty list too', () => {
    expect(problemsOf({ prefixItems: [true], contains: true }, [])).toHaveLength(1);
  });

  const chain: JsonSchema = {
    $ref: '#/$defs/node',
    $defs: { node: { anyOf: [{ type: 'null' }, { type: 'object', properties: { next: { $ref: '#/$defs/node' } } }] } },
  };
  const nested = (levels: number): unknown => {
    let value: unknown = null;
    for (let level = 0; level < levels; level += 1) value = { next: value };
    return value;
  };

  it('follows references in circles', () => {
    expect(problemsOf(chain, nested(100))).toEqual([]);
    expect(problemsOf(chain, { next: { next: 1 } })).toEqual(['/next/next Must be null or an object, not a number.']);
  });

  it('ends with a problem where a payload is nested without end', () => {
    const circle: { next?: unknown } = {};
    circle.next = circle;
    for (const value of [nested(100_000), circle]) {
      expect(problemsOf(chain, value)).toEqual([
        expect.stringMatching(/^(?:\/next){300,} Is nested too deeply to be checked\.$/),
      ]);
      expect(compileValidator(linkSchema(chain)).accepts(value)).toBe(false);
    }
    expect(problemsOf({ uniqueItems: true }, [nested(100_000)])).toEqual(['/0 Is nested too deeply to be compared.']);
    expect(problemsOf({ enum: ['a'] }, nested(100_000))).toEqual([' Must be "a".']);
  });

  it('looks at every item of a long list once', () => {
    const list = Array.from({ length: 200_000 }, (_, index) => ({ index }));
    expect(problemsOf({ uniqueItems: true, items: { type: 'object' } }, list)).toEqual([]);
  });

  const costly: readonly (readonly [given: string, schema: JsonSchema, value: unknown])[] = [
    ['is too long', { pattern: 'a', maxLength: 1 }, 'bc'],
    ['is of another type', { patternProperties: { a: true }, type: 'array' }, { b: 1 }],
    ['is none of the values', { allOf: [{ pattern: 'a' }], enum: ['a'] }, 'b'],
    ['a branch finds too long', { allOf: [{ pattern: 'a' }, { maxLength: 1 }] }, 'bc'],
    ['has a name that is too long', { patternProperties: { a: true }, propertyNames: { maxLength: 1 } }, { bc: 1 }],
    ['a subschema of all finds too long', { pattern: 'a', allOf: [{ maxLength: 1 }] }, 'bc'],
    [
      'a type that is referred to finds too long',
      { pattern: 'a', $ref: '#/$defs/a', $defs: { a: { maxLength: 1 } } },
      'bc',
    ],
    ['has another format', { pattern: 'a', format: 'email' }, 'b'],
    ['is in a list that is too long', { items: { pattern: 'a' }, maxItems: 1 }, ['b', 'c']],
    ['is in an object of too many', { additionalProperties: { pattern: 'a' }, maxProperties: 1 }, { a: 'b', b: 'c' }],
  ];
  it.each(costly)('matches no pattern against what %s', (_, schema, value) => {
    const matches = vi.spyOn(Run.prototype, 'matches');
    expect(problemsOf(schema, value)).toHaveLength(1);
    expect(matches).not.toHaveBeenCalled();
    matches.mockRestore();
  });

  const wrong: readonly (readonly [what: string, schema: JsonSchema, value: unknown])[] = [
    ['items', { items: text }, Array.from({ length: 200_000 }, () => 1)],
    ['equal items', { uniqueItems: true }, Array.from({ length: 200_000 }, () => 1)],
    [
      'items that no alternative accepts',
      { items: { anyOf: [text, { type: 'null' }] } },
      Array.from({ length: 200_000 }, () => 1),
    ],
    [
      'items of an alternative',
      { anyOf: [{ items: text }, { type: 'null' }] },
      Array.from({ length: 200_000 }, () => 1),
    ],
    [
      'properties',
      { additionalProperties: text },
      Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [index, index])),
    ],
    [
      'names',
      { propertyNames: { minLength: 9 } },
      Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [index, index])),
    ],
  ];
  it.each(wrong)('ends its list at the hundredth problem of very many wrong %s', (_, schema, value) => {
    const report = vi.spyOn(Run.prototype, 'report');
    const problems = compileValidator<unknown>(linkSchema(schema))(value);
    expect(problems).toHaveLength(100);
    expect(problems[99]?.pointer).toMatch(/^\/(?:99|100)$/);
    expect(report.mock.calls.length).toBeLessThan(500);
    report.mockRestore();
  });

  it('ends its list where names make problems too long', () => {
    const value = { ['n'.repeat(20_000)]: [1, 2, 3] };
    const problems = compileValidator(linkSchema({ additionalProperties: { items: text } }))(value);
    expect(problems).toHaveLength(1);
    const inner = linkSchema({
      additionalProperties: { items: { anyOf: [{ items: text }, { type: 'null' }] } },
    });
    expect(compileValidator(inner)({ ['n'.repeat(20_000)]: [[1], [2]] })).toHaveLength(1);
  });

  it('compiles at its first use, not before', () => {
    const schema = {
      get pattern(): string {
        throw new Error('read');
      },
    };
    const validate = compileValidator<string>(schema);
    expect(() => validate('a')).toThrow('read');
  });

  it('narrows the type of what it accepts', () => {
    const validate = compileValidator<{ a: string }>({
      type: 'object',
      properties: { a: { type: 'string' } },
      required: ['a'],
    });
    const value: unknown = { a: 'text' };
    expect(validate.accepts(value) ? value.a : undefined).toBe('text');
    expect(validate.accepts({})).toBe(false);
  });
});
