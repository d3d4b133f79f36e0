import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Json } from '../json.js';
import { pointerPath } from '../schema/pointer.js';
import type { SchemaProblem } from './schema-messages.js';

/** An error of ajv, in verbose mode. */
export type SchemaError = ErrorObject<string, Readonly<Record<string, unknown>>>;

/**
 * Leaves of ajv's errors those that matter: one for a value of the wrong type, and none for a condition of the schema.
 *
 * @param errors - All errors of a value, in ajv's order, verbose.
 */
export function relevantErrors(errors: readonly SchemaError[]): SchemaError[] {
  const isWrong = new Set(errors.flatMap(({ keyword, instancePath }) => (keyword === 'type' ? [instancePath] : [])));
  return errors.filter(
    ({ keyword, instancePath }) => keyword === 'type' || (keyword !== 'if' && !isWrong.has(instancePath)),
  );
}

/** The values that a `const` or an `enum` allows. */
export function allowedValues({ keyword, params }: SchemaError): readonly Json[] {
  return keyword === 'const' ? [params['allowedValue'] as Json] : (params['allowedValues'] as readonly Json[]);
}

/** Names of the properties that a schema lists. */
export function propertyNames(schema: object | undefined): string[] {
  return Object.keys((schema as { properties?: object } | undefined)?.properties ?? {});
}

/** An error of ajv as a problem of a keyword. */
export function problemOf(error: SchemaError): SchemaProblem {
  const { keyword, instancePath, params, data, parentSchema } = error;
  const path = pointerPath(instancePath);
  const problem = { keyword, path, value: data as Json, limit: limitOf(error) };
  if (keyword === 'additionalProperties')
    return { ...problem, path: [...path, String(params['additionalProperty'])], limit: propertyNames(parentSchema) };
  return keyword === 'uniqueItems' ? { ...problem, path: [...path, Number(params['j'])] } : problem;
}

function limitOf(error: SchemaError): unknown {
  const { keyword, params, schema } = error;
  switch (keyword) {
    case 'type':
      return [params['type']].flat();
    case 'const':
    case 'enum':
      return allowedValues(error);
    case 'required':
      return params['missingProperty'];
    case 'dependentRequired':
      return [params['property'], params['missingProperty']];
    case 'uniqueItems':
      return params['i'];
    default:
      return schema;
  }
}
