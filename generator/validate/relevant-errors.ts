import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Json } from '../json.js';
import { pointerPath } from '../schema/pointer.js';
import type { SchemaProblem } from './schema-messages.js';

/** An error of ajv, in verbose mode. */
export type SchemaError = ErrorObject<string, Readonly<Record<string, unknown>>>;

/** Leaves of ajv's errors those that matter: one for a value of the wrong type, and none for a condition of the schema. */
export function relevantErrors(errors: readonly SchemaError[]): SchemaError[] {
  const isWrong = new Set(errors.flatMap(({ keyword, instancePath }) => (keyword === 'type' ? [instancePath] : [])));
  return errors.filter(
    ({ keyword, instancePath }) => keyword === 'type' || (keyword !== 'if' && !isWrong.has(instancePath)),
  );
}

/** An error of ajv as a problem of a keyword. */
export function problemOf(error: SchemaError): SchemaProblem {
  const { keyword, instancePath, params, data, parentSchema } = error;
  const path = pointerPath(instancePath);
  const problem = { keyword, path, value: data as Json, limit: limitOf(error) };
  if (keyword === 'uniqueItems') return { ...problem, path: [...path, Number(params['j'])] };
  if (keyword !== 'additionalProperties') return problem;
  const { properties = {} } = (parentSchema ?? {}) as { readonly properties?: object };
  return { ...problem, path: [...path, String(params['additionalProperty'])], limit: Object.keys(properties) };
}

function limitOf({ keyword, params, schema }: SchemaError): unknown {
  switch (keyword) {
    case 'type':
      return [params['type']].flat();
    case 'const':
      return [params['allowedValue']];
    case 'enum':
      return params['allowedValues'];
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
