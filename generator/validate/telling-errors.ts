import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Json } from '../json.js';

/** An error of ajv, in verbose mode. */
export type SchemaError = ErrorObject<string, Readonly<Record<string, unknown>>>;

/** Checks a value against one branch of a union, a schema that ajv has seen as part of another. */
export type CheckBranch = (branch: object, value: Json) => readonly SchemaError[];

/** Errors that only repeat in general what others say in particular. */
const wrappers = new Set(['if', 'propertyNames', 'contains']);

/**
 * Leaves of ajv's errors those that tell the mistake. Where no branch of a union fits, ajv tells what is wrong with
 * each; only the branch that fits best counts, and where none is near, the union itself.
 *
 * @param errors - All errors of a value, in ajv's order, verbose.
 * @param checkBranch - Checks a branch by itself.
 */
export function tellingErrors(errors: readonly SchemaError[], checkBranch: CheckBranch): SchemaError[] {
  const kept: SchemaError[] = [];
  for (const error of errors) {
    if (isUnion(error)) {
      dropBranchErrors(kept, error);
      kept.push(...bestBranch(error, checkBranch));
    } else if (wrappers.has(error.keyword)) {
      if (error.keyword !== 'if') {
        dropInner(kept, error);
        kept.push(error);
      }
    } else kept.push(error);
  }
  return kept;
}

/** Neither of these fits: `oneOf` also fails where several branches fit, which is about the union as a whole. */
function isUnion({ keyword, params }: SchemaError): boolean {
  return keyword === 'anyOf' || (keyword === 'oneOf' && params['passingSchemas'] === null);
}

/** What the branches say comes right before the union's own error; an error of a neighbouring keyword ends it. */
function dropBranchErrors(kept: SchemaError[], union: SchemaError): void {
  dropWhile(
    kept,
    ({ instancePath, parentSchema }) =>
      isWithin(instancePath, union.instancePath) && parentSchema !== union.parentSchema,
  );
}

/** The name that a `propertyNames` refuses, or the items that a `contains` passes over, are told by it alone. */
function dropInner(kept: SchemaError[], wrapper: SchemaError): void {
  dropWhile(kept, ({ instancePath, propertyName, parentSchema }) =>
    wrapper.keyword === 'propertyNames'
      ? propertyName === wrapper.params['propertyName']
      : isWithin(instancePath, wrapper.instancePath) && parentSchema !== wrapper.parentSchema,
  );
}

function dropWhile(kept: SchemaError[], isPart: (error: SchemaError) => boolean): void {
  for (let last = kept.at(-1); last !== undefined && isPart(last); last = kept.at(-1)) kept.pop();
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}/`);
}

function bestBranch(union: SchemaError, checkBranch: CheckBranch): SchemaError[] {
  const branches = (union.schema as readonly (object | boolean)[]).filter((branch) => typeof branch === 'object');
  const attempts = branches.map((branch) => tellingErrors(checkBranch(branch, union.data as Json), checkBranch));
  const near = attempts.filter((errors) => !errors.some(isOtherKind));
  const named = sharedTag(near);
  if (named !== undefined) return [rebased(named, union)];
  const [best] = near.toSorted((a, b) => tagMisses(a) - tagMisses(b) || a.length - b.length);
  return best === undefined ? [union] : best.map((error) => rebased(error, union));
}

/** Whether a branch is about another kind of value altogether. */
function isOtherKind({ instancePath, keyword, schema, params, data }: SchemaError): boolean {
  if (instancePath !== '') return false;
  if (keyword === 'type' || keyword === 'false schema') return true;
  const allowed = keyword === 'const' ? [params['allowedValue']] : keyword === 'enum' ? (schema as unknown[]) : [];
  return allowed.length > 0 && allowed.every((value) => typeof value !== typeof data);
}

/** Properties by which the branches of a union are told apart. */
function tagMisses(errors: readonly SchemaError[]): number {
  return errors.filter(isTag).length;
}

function isTag({ keyword, instancePath }: SchemaError): boolean {
  return (keyword === 'const' || keyword === 'enum') && instancePath.split('/').length <= 2;
}

/** Where every branch asks for another value of one property, all of these values are what may stand there. */
function sharedTag(attempts: readonly (readonly SchemaError[])[]): SchemaError | undefined {
  const [first, ...others] = attempts.map((errors) => errors.filter(isTag));
  const tag = first?.[0];
  if (tag === undefined || others.length === 0) return undefined;
  const same = others.map((errors) => errors.find(({ instancePath }) => instancePath === tag.instancePath));
  if (same.includes(undefined)) return undefined;
  const values = [tag, ...same].flatMap((error) => (error === undefined ? [] : allowedValues(error)));
  return { ...tag, keyword: 'enum', params: { allowedValues: values } };
}

/** The values that a `const` or an `enum` allows. */
export function allowedValues({ keyword, params, schema }: SchemaError): readonly Json[] {
  if (keyword === 'const') return [params['allowedValue'] as Json];
  return (params['allowedValues'] ?? schema) as readonly Json[];
}

function rebased(error: SchemaError, { instancePath }: SchemaError): SchemaError {
  return { ...error, instancePath: instancePath + error.instancePath };
}
