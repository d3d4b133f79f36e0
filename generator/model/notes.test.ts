import { describe, expect, it } from 'vitest';
import { keywords } from '../schema/keywords.js';
import type { SchemaObject } from '../schema/json-schema.js';
import { emptyNotes, mergeNotes, notesOf } from './notes.js';

/** What documentation says of each keyword that a type does not express in full. */
const cases: readonly (readonly [given: SchemaObject, want: readonly string[]])[] = [
  [{ format: 'uuid' }, ['Format: UUID (RFC 9562).']],
  [{ format: 'date' }, ['Format: date (RFC 3339), such as `2026-03-14`.']],
  [{ format: 'regex' }, ['Format: `regex`.']],
  [{ format: 'toString' }, ['Format: `toString`.']],
  [{ contentEncoding: 'base64' }, ['Encoded as `base64`.']],
  [{ contentMediaType: 'image/png' }, ['Holds `image/png`.']],
  [{ contentSchema: true }, ['The text it holds has a schema of its own.']],
  [{ minimum: 0 }, ['Minimum: 0.']],
  [{ maximum: 1.5 }, ['Maximum: 1.5.']],
  [{ exclusiveMinimum: 0 }, ['Greater than 0.']],
  [{ exclusiveMaximum: 1 }, ['Less than 1.']],
  [{ multipleOf: 0.5 }, ['Multiple of 0.5.']],
  [{ minLength: 1 }, ['At least 1 character.']],
  [{ maxLength: 20 }, ['At most 20 characters.']],
  [{ pattern: '^`a`$' }, ['Matches `` ^`a`$ ``.']],
  [{ minItems: 0 }, []],
  [{ minItems: 2, maxItems: 1 }, ['At least 2 items.', 'At most 1 item.']],
  [{ uniqueItems: true }, ['No two items are equal.']],
  [{ uniqueItems: false }, []],
  [{ contains: {} }, ['At least 1 of the items match a schema that is checked at run time.']],
  [
    { contains: {}, minContains: 2, maxContains: 3 },
    ['At least 2 and at most 3 of the items match a schema that is checked at run time.'],
  ],
  [{ contains: {}, minContains: 0 }, []],
  [
    { contains: {}, minContains: 0, maxContains: 3 },
    ['At most 3 of the items match a schema that is checked at run time.'],
  ],
  [{ unevaluatedItems: false }, ['No further items.']],
  [{ unevaluatedItems: {} }, ['Further items have a schema of their own.']],
  [{ minProperties: 0 }, []],
  [{ minProperties: 1 }, ['At least 1 property.']],
  [{ maxProperties: 2 }, ['At most 2 properties.']],
  [{ propertyNames: { pattern: '^x' } }, ['Property names match `^x`.']],
  [{ propertyNames: { enum: ['a', 'b c'] } }, ['Property names: `a`, `b c`.']],
  [{ propertyNames: { const: 'a' } }, ['Property names: `a`.']],
  [{ propertyNames: { minLength: 2 } }, ['Property names are checked at run time.']],
  [
    { patternProperties: { '^x': {}, '^y': {} } },
    ['Properties that match `^x`, `^y` have a type of their own, checked at run time.'],
  ],
  [{ unevaluatedProperties: false }, ['No further properties.']],
  [{ unevaluatedProperties: {} }, ['Further properties have a schema of their own.']],
  [{ dependentRequired: { a: ['b', 'c'], d: ['e'] } }, ['With `a` comes `b`, `c`. With `d` comes `e`.']],
  [{ dependentRequired: { a: [] } }, []],
  [{ dependentSchemas: { a: {} } }, ['What else holds depends on `a`; it is checked at run time.']],
  [{ not: {} }, ['Some values of this type are excluded; that is checked at run time.']],
  [{ if: {}, then: {} }, []],
  [{ if: {}, then: { minLength: 1 } }, ['Conditions between its parts are checked at run time.']],
  [{ if: {}, else: false }, ['Conditions between its parts are checked at run time.']],
  [
    { required: ['a'], if: { properties: { a: { const: 1 } } }, then: { required: ['b'] }, else: { required: ['c'] } },
    ['Required where `a` is `1`: `b`.', 'Required unless `a` is `1`: `c`.'],
  ],
  [{ if: {} }, []],
  [{ additionalProperties: false }, ['No other properties.']],
  [{ additionalProperties: {} }, []],
  [{ oneOf: [{}, {}] }, ['Exactly one of the alternatives.']],
  [{ oneOf: [{}] }, []],
  [{ readOnly: true }, ['Set by the backend alone.']],
  [{ writeOnly: true }, ['Never sent back.']],
];

describe('Conditions', () => {
  it.each(cases)('of %j are %j', (given, want) => {
    expect(notesOf(given).conditions).toEqual(want);
  });

  it('tell every keyword that is enforced at run time alone', () => {
    const told = new Set(cases.filter(([, want]) => want.length > 0).flatMap(([given]) => Object.keys(given)));
    const enforced = keywords.filter(({ effect }) => effect === 'runtime').map(({ name }) => name);
    expect(enforced.filter((name) => !told.has(name))).toEqual([]);
  });
});

describe('notesOf', () => {
  it('reads description, default, examples and marks', () => {
    const schema: SchemaObject = {
      type: 'integer',
      title: 'Size',
      description: ' In bytes. \n',
      default: 0,
      examples: [1, 2],
      deprecated: true,
      'x-known-values': ['a'],
    };
    expect(notesOf(schema)).toEqual({
      description: 'In bytes.',
      isInteger: true,
      conditions: [],
      standsFor: '',
      knownValues: ['a'],
      default: 0,
      examples: [1, 2],
      isDeprecated: true,
      isSecret: false,
    });
  });

  it('tells no value of a secret', () => {
    const schema: SchemaObject = { type: 'string', default: 'hush', examples: ['hush'], 'x-secret': true };
    expect(notesOf(schema)).toEqual({ ...emptyNotes, isSecret: true });
  });

  it('takes the title where there is no description', () => {
    expect(notesOf({ title: 'Size' }).description).toBe('Size');
  });

  it('tells numbers from integers', () => {
    expect(notesOf({ type: ['integer', 'number'] }).isInteger).toBe(false);
    expect(notesOf({ type: ['integer', 'null'] }).isInteger).toBe(true);
  });
});

describe('mergeNotes', () => {
  const a = { ...emptyNotes, description: 'A.', conditions: ['Minimum: 1.'], isInteger: true, isDeprecated: true };
  const b = { ...emptyNotes, description: 'B.', conditions: ['Minimum: 1.', 'Maximum: 2.'], default: 1 };
  const both = { ...emptyNotes, conditions: ['Minimum: 1.', 'Maximum: 2.'], default: 1 };

  it('keeps what each alternative says, once', () => {
    expect(mergeNotes([a, b, a, emptyNotes], 'or')).toEqual({ ...both, description: 'A. Or: B.' });
  });

  it('keeps the last description of what holds at once, and what any of it says', () => {
    const want = { ...both, description: 'B.', isInteger: true, isDeprecated: true };
    expect(mergeNotes([a, b, emptyNotes], 'and')).toEqual(want);
  });

  it('tells no value of what one of them calls a secret', () => {
    const all = [
      { ...emptyNotes, isSecret: true },
      { ...emptyNotes, default: 'hush', examples: ['hush'] },
    ];
    expect(mergeNotes(all, 'or')).toEqual({ ...emptyNotes, isSecret: true });
  });
});
