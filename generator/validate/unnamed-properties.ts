import type { Schema, SchemaObject } from '../../templates/typescript/src/validators/runtime/schema.js';
import { isJsonObject, type Json, type Path } from '../json.js';
import { invitesNames, partsOf } from './object-parts.js';
import type { SchemaProblem } from './schema-messages.js';

/**
 * Finds properties of a value that no schema names or invites: in examples they are slips, since types refuse them.
 *
 * @throws {@link UnknownSchemaError} if a schema has an error.
 */
export function unnamedProperties(value: Json, schema: Schema): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  visit(value, [schema], [], problems);
  return problems;
}

function visit(value: Json, schemas: readonly Schema[], path: Path, problems: SchemaProblem[]): void {
  if (typeof value !== 'object' || value === null) return;
  const parts = partsOf(schemas, true);
  if (!isJsonObject(value)) {
    for (const [index, item] of value.entries()) visit(item, parts.flatMap(itemsAt(index)), [...path, index], problems);
    return;
  }
  const known = new Set(parts.flatMap(namesIn));
  // What says nothing of properties accepts any object.
  const isClosed = known.size > 0 && !parts.some(invitesNames);
  for (const [name, inner] of Object.entries(value)) {
    const at = [...path, name];
    const about = parts.flatMap(propertiesNamed(name));
    if (isClosed && about.length === 0 && !known.has(name))
      problems.push({ keyword: 'additionalProperties', path: at, value: inner, limit: [...known] });
    visit(inner, about, at, problems);
  }
}

function namesIn({ properties, required, dependentRequired, dependentSchemas }: SchemaObject): string[] {
  const dependent = Object.entries(dependentRequired ?? {}).flat(2);
  return [...Object.keys(properties ?? {}), ...(required ?? []), ...dependent, ...Object.keys(dependentSchemas ?? {})];
}

function propertiesNamed(name: string): (schema: SchemaObject) => readonly Schema[] {
  return ({ properties = {}, patternProperties = {}, additionalProperties, unevaluatedProperties }) => {
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const matching = Object.entries(patternProperties).filter(([pattern]) => new RegExp(pattern, 'u').test(name));
    const listed = [own, ...matching.map(([, schema]) => schema)].filter((each) => each !== undefined);
    return listed.length > 0
      ? listed
      : [additionalProperties, unevaluatedProperties].filter((each) => each !== undefined);
  };
}

function itemsAt(index: number): (schema: SchemaObject) => readonly Schema[] {
  return ({ prefixItems = [], items, contains, unevaluatedItems }) =>
    [prefixItems[index] ?? items, contains, unevaluatedItems].filter((each) => each !== undefined);
}
