import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../json.js';
import { printType } from '../render/typescript/print-type.js';
import type { JsonSchema, SchemaMap, SchemaObject } from '../schema/json-schema.js';
import { keywords } from '../schema/keywords.js';
import { definitions, likely, randomSchema, verdict } from '../testing/random-schemas.js';
import { References } from '../schema/references.js';
import { linkSchema } from '../testing/link-schema.js';
import { programs } from '../testing/programs.js';
import { compileValidator } from '../../templates/typescript/src/validators/runtime/compile-validator.js';
import { schemaOpener } from '../../templates/typescript/src/webhooks/open-schema.js';
import { receivedTypeName } from '../names.js';
import { emptyNotes } from './notes.js';
import { receivedTypes } from './received.js';
import { neverType, partsOf, type PropertyNode, type TypeNode } from './type-node.js';
import { SchemaReader } from './type-of-schema.js';
import { quickAjv } from '../testing/quick-ajv.js';

/** A value as the narrowest type that it has. */
function typeOfValue(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(typeOfValue).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ mark: never; ${Object.entries(value as JsonObject)
    .map(([name, inner]) => `${JSON.stringify(name)}: ${typeOfValue(inner)};`)
    .join(' ')} }`;
}

/** A value of the same structure that no schema lists. */
function renewed(value: Json): Json {
  if (typeof value === 'string') return `${value}!`;
  if (typeof value === 'number') return value + 100;
  if (Array.isArray(value)) return (value as readonly Json[]).map(renewed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value as JsonObject).map(([name, inner]) => [name, renewed(inner)]));
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
      const { otherNames = [], ...object } = type;
      const listed = otherNames.map((name): PropertyNode => ({
        name,
        type: type.others ?? neverType,
        isOptional: true,
        notes: emptyNotes,
      }));
      const properties = [...type.properties, ...listed].map((property) => ({
        ...property,
        type: marked(property.type),
      }));
      const others = otherNames.length > 0 ? undefined : type.others && marked(type.others);
      return { ...object, properties: [mark, ...properties], others };
    }
    default:
      return type;
  }
}

/**
 * Whether a type is a list and something else at once, somewhere, or may be: TypeScript does not see through all of those
 * when it compares them.
 */
function intersectsLists(type: TypeNode): boolean {
  const isList = ({ kind, ...rest }: TypeNode): boolean =>
    kind === 'array' || kind === 'tuple' || ('members' in rest && rest.members.some(isList));
  return (type.kind === 'intersection' && type.members.some(isList)) || partsOf(type).some(intersectsLists);
}

/**
 * The same schema where a property that only `then`, `else` or `dependentSchemas` describe holds a value of one of these
 * descriptions, whichever applies: an open object may hold anything under that name otherwise, as under any it does not
 * describe, and its type says nothing of that.
 */
function described(schema: JsonSchema): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  const { not, if: condition, ...others } = schema;
  const inner = Object.fromEntries(
    Object.entries(others).map(([name, content]) => {
      const holds = keywords.find((keyword) => keyword.name === name)?.holds;
      if (holds === 'schema') return [name, described(content as JsonSchema)];
      if (holds === 'list') return [name, (content as readonly JsonSchema[]).map(described)];
      if (holds !== 'map') return [name, content];
      return [
        name,
        Object.fromEntries(Object.entries(content as SchemaMap).map(([key, each]) => [key, described(each)])),
      ];
    }),
  ) as SchemaObject;
  const conditional = new Map<string, JsonSchema[]>();
  for (const branch of conditionalBranches(inner)) collectProperties(branch, conditional);
  const properties = Object.fromEntries(
    [...conditional]
      .filter(([name]) => !Object.hasOwn(schema.properties ?? {}, name))
      .map(([name, anyOf]) => [name, { anyOf }]),
  );
  return {
    ...inner,
    ...(not !== undefined && { not }),
    ...(condition !== undefined && { if: condition }),
    ...(conditional.size > 0 && { allOf: [...(inner.allOf ?? []), { properties }] }),
  };
}

function conditionalBranches({
  then = true,
  else: otherwise = true,
  dependentSchemas = {},
}: SchemaObject): JsonSchema[] {
  return [then, otherwise, ...Object.values<JsonSchema>(dependentSchemas)];
}

function collectProperties(schema: JsonSchema, found: Map<string, JsonSchema[]>): void {
  if (typeof schema === 'boolean') return;
  for (const [name, inner] of Object.entries(schema.properties ?? {}))
    found.set(name, [...(found.get(name) ?? []), inner]);
  const { allOf = [], anyOf = [], oneOf = [], $ref } = schema;
  const target = $ref === undefined ? [] : [definitions['node'] ?? true];
  for (const inner of [...allOf, ...anyOf, ...oneOf, ...target, ...conditionalBranches(schema)])
    collectProperties(inner, found);
}

const markName = 'mark';

const cases = fc.record({ schema: randomSchema, values: fc.gen() }).map(({ schema: root, values }) => {
  const whole: JsonSchema = typeof root === 'boolean' ? root : { ...root, $defs: definitions };
  return { schema: whole, candidates: Array.from({ length: 8 }, () => values(likely, root)) };
});

describe('Types and schemas', () => {
  it(
    'agree: what ajv accepts, the emitted type accepts, and what the opened schema accepts, the received type does',
    { timeout: 120_000 },
    () => {
      const ajv = new Ajv2020({
        ...quickAjv,
        ownProperties: true,
        validateSchema: false,
        logger: false,
      });
      addFormats.default(ajv);
      const sample = fc.sample(cases, { numRuns: 500, seed: 20_261_124 });
      const lines: string[] = [];
      let accepted = 0;
      let tolerated = 0;
      let read = 0;
      for (const [index, { schema: each, candidates }] of sample.entries()) {
        const file = {
          path: 'messages/m.yaml',
          absolutePath: '/m.yaml',
          text: '',
          value: { payload: { $defs: definitions as JsonObject } },
        };
        const reader = new SchemaReader(file, new References([file]), ({ pointer }) => `T${index}${pointer.join('')}`);
        const types = new Map([
          [`T${index}`, reader.typeOf(each)],
          [`T${index}$defsnode`, reader.typeOf(definitions['node'] ?? true)],
        ]);
        const named = new Map([...types].map(([name, type]) => [name, { type }]));
        const received = receivedTypes(named, receivedTypeName);
        const declare = ([name, type]: [string, TypeNode]): string => `type ${name} = ${printType(marked(type), 0)};`;
        lines.push(...[...types].map(declare));
        lines.push(...[...received].map(([name, type]) => declare([receivedTypeName(name), type])));
        for (const name of received.keys()) {
          if (intersectsLists(types.get(name) ?? neverType)) continue;
          const tolerant = receivedTypeName(name);
          tolerated += 1;
          lines.push(`export const ${tolerant}Accepts: ${name} extends ${tolerant} ? true : false = true;`);
        }
        const checks = [each, described(each)].map((schema) => ajv.compile(schema));
        const isAccepted = (value: Json): boolean => checks.every((validate) => verdict(validate, value) === true);
        for (const value of candidates) {
          if (!isAccepted(value)) continue;
          accepted += 1;
          lines.push(
            `export const c${accepted}: ${typeOfValue(value)} extends T${index} ? true : false = true; // ${JSON.stringify(each)}`,
          );
        }
        const opened = [each, described(each)].map((schema) => {
          const linked = linkSchema(schema);
          return compileValidator(schemaOpener([linked])(linked));
        });
        const accepts = (value: Json): boolean => opened.every((validator) => validator.accepts(value));
        const readType = received.has(`T${index}`) ? receivedTypeName(`T${index}`) : `T${index}`;
        expect(candidates.filter((value) => isAccepted(value) && !accepts(value))).toEqual([]);
        for (const value of [...candidates, ...candidates.map(renewed)]) {
          if (!accepts(value)) continue;
          read += 1;
          lines.push(
            `export const r${read}: ${typeOfValue(value)} extends ${readType} ? true : false = true; // ${JSON.stringify(each)}`,
          );
        }
      }
      expect(read).toBeGreaterThan(accepted);
      expect(accepted).toBeGreaterThan(700);
      expect(tolerated).toBeGreaterThan(70);
      expect(typeErrors(lines).join('\n\n')).toBe('');
    },
  );
});

function typeErrors(lines: readonly string[]): string[] {
  const [path, source] = ['/all.ts', lines.join('\n')];
  const program = programs.create(new Map([[path, source]]), [path]);
  return program
    .getSemanticDiagnostics(path)
    .map(({ text, pos }) => `${text} ${source.split('\n')[source.slice(0, pos).split('\n').length - 1]}`);
}
