import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Json } from '../json.js';
import { pointerPath } from '../schema/pointer.js';
import { kindOfValue } from '../schema/value-kinds.js';
import type { SchemaProblem } from './schema-messages.js';

/** An error of ajv, in verbose mode. */
export type SchemaError = ErrorObject<string, Readonly<Record<string, unknown>>>;

/**
 * Leaves of ajv's errors those that matter. Where no branch of a union fits, ajv reports what is wrong with each, right
 * before the union itself: what only asks for another kind of value is dropped; where nothing is left, one error names all
 * types.
 *
 * @param errors - All errors of a value, in ajv's order, verbose.
 */
export function relevantErrors(errors: readonly SchemaError[]): SchemaError[] {
  const kept: SchemaError[] = [];
  for (const error of errors) {
    if (error.keyword !== 'anyOf') {
      kept.push(error);
      continue;
    }
    const start = kept.findLastIndex((each) => !isInBranch(each, error)) + 1;
    const branches = kept.splice(start);
    const relevant = branches.filter((each) => !asksForOtherKind(each, error));
    const types = branches.filter(({ keyword }) => keyword === 'type').flatMap(({ params }) => params['type']);
    kept.push(...(relevant.length > 0 ? relevant : [{ ...error, keyword: 'type', params: { type: types } }]));
  }
  return kept;
}

function isInBranch({ instancePath, parentSchema }: SchemaError, union: SchemaError): boolean {
  return `${instancePath}/`.startsWith(`${union.instancePath}/`) && parentSchema !== union.parentSchema;
}

function asksForOtherKind(error: SchemaError, union: SchemaError): boolean {
  if (error.instancePath !== union.instancePath) return false;
  if (error.keyword === 'type') return true;
  const kind = kindOfValue(error.data as Json);
  return error.keyword === 'enum' && allowedValues(error).every((value) => kindOfValue(value) !== kind);
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
  const keys = propertyNames(parentSchema);
  const problem = { keyword, path, value: data as Json, limit: limitOf(error), keys };
  if (keyword === 'additionalProperties')
    return { ...problem, path: [...path, String(params['additionalProperty'])], limit: keys };
  return keyword === 'uniqueItems' ? { ...problem, path: [...path, Number(params['index'])] } : problem;
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
      return params['first'];
    default:
      return schema;
  }
}
