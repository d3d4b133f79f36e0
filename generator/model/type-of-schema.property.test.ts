import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { Project, ts } from 'ts-morph';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../load/source.js';
import { printType } from '../render/typescript/print-type.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import { References } from '../validate/references.js';
import { emptyNotes } from './notes.js';
import { neverType, type PropertyNode, type TypeNode } from './type-node.js';
import { SchemaReader } from './type-of-schema.js';

const names = ['a', 'b', 'c', 'x-1', 'with space', 'toString', 'constructor'];
const word = fc.constantFrom('red', 'green', "it's", '', 'x');
const number = fc.constantFrom(-1.5, 0, 1, 2, 10);
const scalar: fc.Arbitrary<Json> = fc.oneof(word, number, fc.boolean(), fc.constant(null));
const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 2, noNullPrototype: true }),
  ),
})).value;

/** Schemas of every keyword that shapes a type, and of those that only a run-time check can tell. */
const { schema } = fc.letrec<{
  schema: JsonSchema;
  object: SchemaObject;
  array: SchemaObject;
  map: Record<string, JsonSchema>;
}>((tie) => {
  const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
    fc.option(arbitrary, { nil: undefined, freq: 2 });
  const record = (model: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<SchemaObject> =>
    fc.record(model).map((value) => Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)));
  const list = fc.array(tie('schema'), { minLength: 1, maxLength: 3 });
  return {
    map: fc.dictionary(fc.constantFrom(...names), tie('schema'), { maxKeys: 3, noNullPrototype: true }),
    object: record({
      type: optional(fc.constant('object')),
      properties: optional(tie('map')),
      required: optional(fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 })),
      additionalProperties: optional(tie('schema')),
      patternProperties: optional(
        fc.constant('^x-').chain((pattern) => tie('schema').map((inner) => ({ [pattern]: inner }))),
      ),
      minProperties: optional(fc.constant(1)),
      maxProperties: optional(fc.constant(3)),
      propertyNames: optional(fc.constant({ minLength: 1 })),
      dependentRequired: optional(fc.constantFrom({ a: ['b'] }, { toString: ['a'] })),
      dependentSchemas: optional(tie('schema').map((inner) => ({ a: inner }))),
      unevaluatedProperties: optional(tie('schema')),
    }),
    array: record({
      type: optional(fc.constant('array')),
      items: optional(tie('schema')),
      prefixItems: optional(list),
      minItems: optional(fc.nat(2)),
      maxItems: optional(fc.nat(3)),
      uniqueItems: optional(fc.boolean()),
      contains: optional(tie('schema')),
      minContains: optional(fc.nat(1)),
      unevaluatedItems: optional(tie('schema')),
    }),
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<JsonSchema>(
        { type: 'string' },
        { type: 'integer' },
        { type: 'null' },
        { type: ['string', 'null'] },
        { type: 'boolean' },
        true,
        {},
        { minLength: 1 },
        { minimum: 1 },
      ),
      record({
        type: fc.constant('string'),
        'x-known-values': fc.constant(['red', 'green']),
        maxLength: optional(fc.constant(3)),
      }),
      fc
        .uniqueArray(json, { minLength: 1, maxLength: 3, selector: (value) => JSON.stringify(value) })
        .map((values) => ({ enum: values })),
      json.map((value) => ({ const: value })),
      tie('object'),
      tie('array'),
      list.map((anyOf) => ({ anyOf })),
      list.map((oneOf) => ({ oneOf })),
      list.map((allOf) => ({ allOf })),
      fc.tuple(tie('object'), list).map(([object, oneOf]) => ({ ...object, oneOf })),
      fc.tuple(tie('object'), tie('object')).map(([object, then]) => ({ ...object, if: { required: ['a'] }, then })),
      fc.tuple(tie('schema'), tie('array')).map(([not, array]) => ({ ...array, not })),
      fc
        .tuple(tie('schema'), tie('object'), tie('schema'), tie('schema'))
        .map(([condition, object, then, otherwise]) => ({ ...object, if: condition, then, else: otherwise })),
      fc.tuple(tie('object'), tie('object')).map(([object, more]) => ({ ...object, allOf: [more] })),
      fc.constantFrom<JsonSchema>({ $ref: '#/$defs/node' }, { $ref: '#/$defs/node', type: 'object' }),
      tie('object').map((object) => ({ ...object, $ref: '#/$defs/node' })),
    ),
  };
});

const definitions: Record<string, JsonSchema> = {
  node: {
    type: ['object', 'null'],
    required: ['name'],
    properties: { name: { type: 'string' }, next: { $ref: '#/$defs/node' } },
  },
};

/** Values that a schema is likely to accept; whether it does, ajv says. */
function likely(of: JsonSchema, depth = 0): fc.Arbitrary<Json> {
  if (typeof of === 'boolean' || depth > 4) return scalar;
  if (of.const !== undefined) return fc.constant(of.const);
  if (of.enum !== undefined) return fc.constantFrom(...of.enum);
  const inner = [...(of.anyOf ?? []), ...(of.oneOf ?? []), ...(of.allOf ?? [])].map((each) => likely(each, depth + 1));
  if (of.$ref !== undefined) inner.push(likely(definitions['node'] ?? true, depth + 1));
  if (
    of.properties !== undefined ||
    of.required !== undefined ||
    of.additionalProperties !== undefined ||
    of.patternProperties !== undefined
  )
    inner.push(likelyObject(of, depth));
  if (of.items !== undefined || of.prefixItems !== undefined) inner.push(likelyArray(of, depth));
  const types = [of.type ?? []].flat();
  const byType: Record<string, fc.Arbitrary<Json>> = {
    string: word,
    integer: fc.constantFrom(0, 1, 2),
    number,
    boolean: fc.boolean(),
    null: fc.constant(null),
    object: likelyObject(of, depth),
    array: likelyArray(of, depth),
  };
  inner.push(...types.flatMap((type) => byType[type] ?? []));
  return inner.length === 0 ? json : fc.oneof(...inner);
}

function likelyObject(
  { properties = {}, required = [], additionalProperties, patternProperties }: SchemaObject,
  depth: number,
): fc.Arbitrary<Json> {
  const keys = new Set([...Object.keys(properties), ...required]);
  // Properties that no keyword mentions are left out: a type refuses them in literals, so that misspelt ones are found.
  if (typeof additionalProperties === 'object' || additionalProperties === true) keys.add('c');
  if (patternProperties !== undefined) keys.add('x-1');
  const model = Object.fromEntries(
    [...keys].map((key) => [
      key,
      likely(properties[key] ?? patternProperties?.['^x-'] ?? additionalProperties ?? true, depth + 1),
    ]),
  );
  return fc.record(model, { requiredKeys: [...required], noNullPrototype: true });
}

function likelyArray({ items = true, prefixItems = [] }: SchemaObject, depth: number): fc.Arbitrary<Json> {
  const rest = items === false ? fc.constant<Json[]>([]) : fc.array(likely(items, depth + 1), { maxLength: 2 });
  return fc
    .tuple(fc.tuple(...prefixItems.map((item) => likely(item, depth + 1))), fc.nat(3), rest)
    .map(([first, cut, more]) => (cut < first.length ? first.slice(0, cut) : [...first, ...more]));
}

/** Some schemas with if and patternProperties make ajv's own bookkeeping fail; what it cannot tell is left out. */
function accepts(validate: ValidateFunction, value: Json): boolean {
  try {
    return validate(value);
  } catch {
    return false;
  }
}

/** A value as the narrowest type that it has. */
function typeOfValue(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(typeOfValue).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ mark: never; ${Object.entries(value as JsonObject)
    .map(([name, inner]) => `${JSON.stringify(name)}: ${typeOfValue(inner)};`)
    .join(' ')} }`;
}

/**
 * TypeScript refuses an object that shares no property with a type of nothing but optional ones, which is what finds
 * misspelt names. Here every object has a property more, in types and values alike, so that only what they hold counts.
 */
function marked(type: TypeNode): TypeNode {
  switch (type.kind) {
    case 'array':
      return { ...type, items: marked(type.items) };
    case 'tuple':
      return { ...type, items: type.items.map(marked), rest: type.rest && marked(type.rest) };
    case 'union':
    case 'intersection':
      return { ...type, members: type.members.map(marked) };
    case 'object': {
      const mark: PropertyNode = { name: markName, type: neverType, isOptional: false, notes: emptyNotes };
      const properties = type.properties.map((property) => ({ ...property, type: marked(property.type) }));
      return { ...type, properties: [mark, ...properties], others: type.others && marked(type.others) };
    }
    default:
      return type;
  }
}

const markName = 'mark';

const cases = fc.record({ schema, values: fc.gen() }).map(({ schema: root, values }) => {
  const whole: JsonSchema = typeof root === 'boolean' ? root : { ...root, $defs: definitions };
  return { schema: whole, candidates: Array.from({ length: 8 }, () => values(likely, root)) };
});

describe('Types and schemas', () => {
  it('agree: what ajv accepts, the emitted type accepts', { timeout: 120_000 }, () => {
    const ajv = new Ajv2020({ strict: false, ownProperties: true, validateSchema: false, code: { optimize: false } });
    addFormats.default(ajv);
    const sample = fc.sample(cases, { numRuns: 500, seed: 20_261_124 });
    const lines: string[] = [];
    let accepted = 0;
    for (const [index, { schema: each, candidates }] of sample.entries()) {
      const file = {
        path: 'messages/m.yaml',
        absolutePath: '/m.yaml',
        text: '',
        value: { payload: { $defs: definitions as JsonObject } },
      };
      const reader = new SchemaReader(file, new References([file]), ({ pointer }) => `T${index}${pointer.join('')}`);
      const print = (of: JsonSchema): string => printType(marked(reader.typeOf(of)), 0);
      lines.push(
        `type T${index} = ${print(each)};`,
        `type T${index}$defsnode = ${print(definitions['node'] ?? true)};`,
      );
      const validate = ajv.compile(each);
      for (const value of candidates) {
        if (!accepts(validate, value)) continue;
        accepted += 1;
        lines.push(
          `export const c${accepted}: ${typeOfValue(value)} extends T${index} ? true : false = true; // ${JSON.stringify(each)}`,
        );
      }
    }
    expect(accepted).toBeGreaterThan(1000);
    expect(typeErrors(lines).join('\n\n')).toBe('');
  });
});

function typeErrors(lines: readonly string[]): string[] {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: { strict: true, lib: ['lib.es5.d.ts'], target: ts.ScriptTarget.ES2022 },
  });
  const text = lines.join('\n');
  project.createSourceFile('/all.ts', text);
  const program = project.getProgram().compilerObject;
  const source = program.getSourceFile('/all.ts');
  return program
    .getSemanticDiagnostics(source)
    .map(
      ({ start = 0, messageText }) =>
        `${ts.flattenDiagnosticMessageText(messageText, ' ')} ${text.split('\n')[source?.getLineAndCharacterOfPosition(start).line ?? 0]}`,
    );
}
