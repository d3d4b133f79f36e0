import type { Compile, KeywordCompiler } from '../keyword-compiler.js';
import type { Check, Run } from '../run.js';
import type { Schema, SchemaMap } from '../schema.js';
import { has, isObject, namesOf } from '../values.js';

/**
 * `properties`, `patternProperties`, `additionalProperties` and `propertyNames` (JSON Schema Core 2020-12, section 10.3.2).
 * Only properties that an object has itself count, whatever they are called; one whose name is refused is not looked at.
 */
export const compileProperties: KeywordCompiler = (schema, compile) => {
  const { properties, patternProperties, additionalProperties, propertyNames } = schema;
  if ((properties ?? patternProperties ?? additionalProperties ?? propertyNames) === undefined) return undefined;
  const listed = checksByName(properties, compile);
  const patterns = [...checksByName(patternProperties, compile)].map(
    ([pattern, check]) => [new RegExp(pattern, 'u'), check] as const,
  );
  const others = otherProperties(additionalProperties, compile, listed.keys());
  const nameCheck = propertyNames === undefined ? undefined : compile(propertyNames);
  const checksOf = (name: string, run: Run): Check[] => {
    const own = listed.get(name);
    const checks = own === undefined ? [] : [own];
    for (const [pattern, check] of patterns) if (run.matches(pattern, name)) checks.push(check);
    if (checks.length === 0 && others !== undefined) checks.push(others);
    return checks;
  };
  return (value, run, evaluated) => {
    if (!isObject(value)) return true;
    let fits = true;
    for (const name of namesOf(value)) {
      if (nameCheck !== undefined && !run.probe(nameCheck, name, undefined)) {
        fits = run.reportAt(name, 'propertyNames', 'A property may not have this name.');
        if (run.isSilent) return false;
        continue;
      }
      for (const check of checksOf(name, run)) {
        evaluated?.add(name);
        if (run.inside(name, value[name], check)) continue;
        fits = false;
        if (run.isSilent) return false;
      }
    }
    return fits;
  };
};

/**
 * The check of properties that are not listed; the sentence for a name that may not be there is its own.
 *
 * @param schema - What the properties must fit; `undefined` where nothing is said of them.
 * @param compile - Makes its check.
 * @param listed - Names of those that are listed. Default: none.
 */
export function otherProperties(
  schema: Schema | undefined,
  compile: Compile,
  listed: Iterable<string> = [],
): Check | undefined {
  if (schema !== false) return schema && compile(schema);
  const names = [...listed];
  return (_, run) => run.report('additionalProperties', 'There is no property of this name.', names);
}

/** `required` and `dependentRequired` (JSON Schema Validation 2020-12, sections 6.5.3 and 6.5.4). */
export const compileRequired: KeywordCompiler = ({ required = [], dependentRequired = {} }) => {
  const demands: (readonly [names: readonly string[], keyword: string, more: string, cause?: string])[] = [
    [required, 'required', ''],
  ];
  for (const [cause, names] of Object.entries(dependentRequired)) {
    demands.push([names, 'dependentRequired', `, and must be there beside ${JSON.stringify(cause)}`, cause]);
  }
  return (value, run) => {
    if (!isObject(value)) return true;
    let fits = true;
    for (const [names, keyword, more, cause] of demands) {
      if (cause !== undefined && !has(value, cause)) continue;
      for (const name of names) {
        if (has(value, name)) continue;
        fits = run.reportAt(name, keyword, `Is missing${more}.`, cause);
        if (run.isSilent) break;
      }
    }
    return fits;
  };
};

/** `dependentSchemas` (JSON Schema Core 2020-12, section 10.2.2.4). */
export const compileDependentSchemas: KeywordCompiler = ({ dependentSchemas }, compile) => {
  if (dependentSchemas === undefined) return undefined;
  const checks = [...checksByName(dependentSchemas, compile)];
  return (value, run, evaluated) => {
    if (!isObject(value)) return true;
    let fits = true;
    for (const [name, check] of checks) {
      if (!has(value, name) || check(value, run, evaluated)) continue;
      fits = false;
      if (run.isSilent) break;
    }
    return fits;
  };
};

function checksByName(schemas: SchemaMap | undefined, compile: Compile): Map<string, Check> {
  return new Map(Object.entries(schemas ?? {}).map(([name, schema]) => [name, compile(schema)]));
}
