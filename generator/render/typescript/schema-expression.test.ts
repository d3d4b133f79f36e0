import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../schema/json-schema.js';
import { schemaExpression } from './schema-expression.js';

describe('A schema as an expression', () => {
  const cases: readonly (readonly [schema: JsonSchema, want: string])[] = [
    [true, 'true'],
    [{}, '{}'],
    [{ type: 'string', minLength: 1 }, "{ type: 'string', minLength: 1 }"],
    [{ $ref: 'StorageLocation' }, '{ $ref: () => StorageLocationSchema }'],
    [{ const: { $ref: 'a' } }, "{ const: { $ref: 'a' } }"],
    [{ properties: { $ref: { $ref: 'A' } } }, '{ properties: { $ref: { $ref: () => ASchema } } }'],
    [{ anyOf: [true, { $ref: 'A' }] }, '{ anyOf: [true, { $ref: () => ASchema }] }'],
    [{ enum: ["it's", '*/', '`${x}`', '\u2028'] }, `{ enum: ["it's", '*/', '\`\${x}\`', '\\u2028'] }`],
    [
      JSON.parse('{"properties":{"__proto__":{"type":"null"},"toString":true}}') as JsonSchema,
      "{\n  properties: {\n    ['__proto__']: { type: 'null' } as const,\n    toString: true as const,\n  },\n}",
    ],
  ];
  it.each(cases)('%j', (schema, want) => {
    expect(schemaExpression(schema, 0)).toBe(want);
  });

  const mappings = (number: number) => Array.from({ length: number }, (_, index) => ({ const: index }));
  it.each([
    { title: 'alternatives', given: { anyOf: mappings(101) }, isConstant: true },
    { title: 'few alternatives', given: { anyOf: mappings(100) }, isConstant: false },
    { title: 'values that are mappings', given: { enum: mappings(101) }, isConstant: true },
    { title: 'mappings inside a value', given: { const: { a: [mappings(101)] } }, isConstant: true },
    { title: 'plain values', given: { enum: mappings(101).map((each) => each.const) }, isConstant: false },
  ])('keeps the compiler from comparing many members with each other: $title', ({ given, isConstant }) => {
    expect(schemaExpression(given, 0).endsWith(' as const,\n}')).toBe(isConstant);
  });
});
