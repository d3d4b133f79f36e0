import type { Json } from '../../json.js';
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
export function schemaExpression(schema: JsonSchema, indent: number): Code {
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
    case 'list': {
      const schemas = content as readonly JsonSchema[];
      return constantIf(schemas.length > maxCompared, listExpression(schemas.map(inner), indent));
    }
    case 'map': {
      // For names that every object inherits, the compiler looks at the inherited member instead of the type around.
      const entries = Object.entries(content as SchemaMap).map(
        ([name, schema]) => [name, constantIf(name in Object.prototype, inner(schema))] as const,
      );
      return objectExpression(entries, indent);
    }
    default:
      return constantIf(holdsLongList(content as Json), valueExpression(content as Json, indent));
  }
}

/**
 * Of a list, the compiler compares the types of all members with each other, to leave out those that others cover: that
 * takes seconds for some hundred members, and after a million comparisons it gives up (error 2590 of TypeScript).
 */
const maxCompared = 100;

/** With `as const`, the compiler keeps the type of each literal as it is. */
const constantIf = (isNeeded: boolean, written: Code): Code => (isNeeded ? (`${written} as const` as Code) : written);

/** Whether a value holds a list of very many lists and mappings; plain values are recognized at once. */
function holdsLongList(json: Json): boolean {
  if (typeof json !== 'object' || json === null) return false;
  const inner = Object.values<Json>(json);
  const isLong = Array.isArray(json) && inner.filter((each) => typeof each === 'object').length > maxCompared;
  return isLong || inner.some(holdsLongList);
}
