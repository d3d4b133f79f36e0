import type { Json } from '../../json.js';
import type { BareSchema } from '../../model/bare-schema.js';
import { schemaName } from '../../names.js';
import type { JsonSchema, SchemaMap } from '../../schema/json-schema.js';
import { contentOf } from '../../schema/keywords.js';
import type { Code } from '../rendered.js';
import { listExpression, objectExpression, valueExpression } from './literals.js';

/**
 * A schema as a TypeScript expression: an object literal in which a reference is a function, `() => StorageLocationSchema`,
 * so that schemas may refer to each other in circles.
 *
 * @param indent - Columns before the line that the expression starts on.
 */
export function schemaExpression(schema: BareSchema, indent: number): Code {
  if (typeof schema === 'boolean') return valueExpression(schema, indent);
  const entries = Object.entries(schema as Readonly<Record<string, unknown>>);
  return objectExpression(
    entries.map(([keyword, content]) => [keyword, keywordExpression(keyword, content, indent + 2)]),
    indent,
  );
}

function keywordExpression(keyword: string, content: unknown, indent: number): Code {
  if (keyword === '$ref') return `() => ${schemaName(content as string)}` as Code;
  const inner = (schema: JsonSchema): Code => schemaExpression(schema, indent + 2);
  switch (contentOf(keyword)) {
    case 'schema':
      return schemaExpression(content as JsonSchema, indent);
    case 'list':
      return list((content as readonly JsonSchema[]).map(inner), indent);
    case 'map':
      return objectExpression(
        Object.entries(content as SchemaMap).map(([name, schema]) => [name, member(name, inner(schema))]),
        indent,
      );
    default:
      return value(content as Json, indent);
  }
}

/**
 * Of a list, the compiler compares the types of all members with each other, to leave out those that others cover: that
 * takes seconds for some hundred members, and after a million comparisons it gives up (error 2590 of TypeScript). With
 * `as const` it keeps each as it is.
 */
const maxCompared = 100;

function list(schemas: readonly Code[], indent: number): Code {
  const written = listExpression(schemas, indent);
  return schemas.length > maxCompared ? constant(written) : written;
}

function value(json: Json, indent: number): Code {
  const written = valueExpression(json, indent);
  return holdsLongList(json) ? constant(written) : written;
}

/** Whether a value holds a list of very many lists and mappings; plain values are told apart at once. */
function holdsLongList(json: Json): boolean {
  if (typeof json !== 'object' || json === null) return false;
  const inner = Object.values<Json>(json);
  const isLong = Array.isArray(json) && inner.filter((each) => typeof each === 'object').length > maxCompared;
  return isLong || inner.some(holdsLongList);
}

const constant = (written: Code): Code => `${written} as const` as Code;

/**
 * For names that every object inherits, the compiler looks at the inherited member instead of the type around: without
 * `as const` it would forget the literal values.
 */
function member(name: string, written: Code): Code {
  return name in Object.prototype ? constant(written) : written;
}
