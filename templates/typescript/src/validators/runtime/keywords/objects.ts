import type { Check, Compile, KeywordCompiler } from '../check.js';
import type { SchemaMap } from '../schema.js';
import { count, has, isObject, namesOf } from '../values.js';

/**
 * `properties`, `patternProperties` and `additionalProperties` (JSON Schema Core 2020-12, section 10.3.2). Only properties
 * that an object has itself count, whatever they are called.
 */
export const compileProperties: KeywordCompiler = (schema, compile) => {
  const { properties = {}, patternProperties = {}, additionalProperties } = schema;
  if (!schema.properties && !schema.patternProperties && additionalProperties === undefined) return undefined;
  const listed = checksByName(properties, compile);
  const patterns = [...checksByName(patternProperties, compile)].map(
    ([pattern, check]) => [new RegExp(pattern, 'u'), check] as const,
  );
  const others = additionalProperties === undefined ? undefined : otherProperties(additionalProperties, compile);
  const checksOf = (name: string): Check[] => {
    const own = listed.get(name);
    const checks = own === undefined ? [] : [own];
    for (const [pattern, check] of patterns) if (pattern.test(name)) checks.push(check);
    if (checks.length === 0 && others !== undefined) checks.push(others);
    return checks;
  };
  return (value, run, evaluated) => {
    if (!isObject(value)) return true;
    let fits = true;
    for (const name of namesOf(value)) {
      for (const check of checksOf(name)) {
        evaluated?.names.add(name);
        if (run.inside(name, value[name], check)) continue;
        fits = false;
        if (run.isSilent) return false;
      }
    }
    return fits;
  };
};

/** The check of properties that are not listed; the sentence for a name that may not be there is its own. */
export function otherProperties(schema: Parameters<Compile>[0], compile: Compile): Check {
  return schema === false ? (_, run) => run.report('false', 'There is no property of this name.') : compile(schema);
}

/** `required` and `dependentRequired` (JSON Schema Validation 2020-12, sections 6.5.3 and 6.5.4). */
export const compileRequired: KeywordCompiler = ({ required = [], dependentRequired = {} }) => {
  const dependents = Object.entries(dependentRequired);
  if (required.length === 0 && dependents.length === 0) return undefined;
  return (value, run) => {
    if (!isObject(value)) return true;
    let fits = true;
    const demand = (names: readonly string[], message: string): void => {
      for (const name of names) if (!has(value, name)) fits = run.reportAt(name, 'required', message);
    };
    demand(required, 'Is missing.');
    for (const [name, names] of dependents) {
      if (has(value, name)) demand(names, `Is missing, and must be there beside ${JSON.stringify(name)}.`);
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
    for (const [name, check] of checks) if (has(value, name) && !check(value, run, evaluated)) fits = false;
    return fits;
  };
};

/** `propertyNames`, `minProperties` and `maxProperties` (Core, section 10.3.2.4; Validation, section 6.5). */
export const compilePropertyLimits: KeywordCompiler = (schema, compile) => {
  const { propertyNames, minProperties = 0, maxProperties = Infinity } = schema;
  if (propertyNames === undefined && minProperties === 0 && maxProperties === Infinity) return undefined;
  const nameCheck = propertyNames === undefined ? undefined : compile(propertyNames);
  const properties = (number: number): string => count(number, 'property', 'properties');
  return (value, run) => {
    if (!isObject(value)) return true;
    const names = namesOf(value);
    let fits = true;
    if (names.length < minProperties) {
      fits = run.report('minProperties', `Must have at least ${properties(minProperties)}.`);
    }
    if (names.length > maxProperties) {
      fits = run.report('maxProperties', `Must have at most ${properties(maxProperties)}.`);
    }
    for (const name of names) {
      if (nameCheck === undefined || run.probe(nameCheck, name, undefined)) continue;
      fits = run.reportAt(name, 'propertyNames', 'A property may not have this name.');
    }
    return fits;
  };
};

function checksByName(schemas: SchemaMap, compile: Compile): Map<string, Check> {
  return new Map(Object.entries(schemas).map(([name, schema]) => [name, compile(schema)]));
}
