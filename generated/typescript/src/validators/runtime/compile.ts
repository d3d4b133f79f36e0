import type { KeywordCompiler } from './keyword-compiler.js';
import type { Check } from './run.js';
import { addEvaluated, type Evaluated } from './evaluated.js';
import { compileConst, compileEnum, compileType } from './keywords/any-value.js';
import { compileContains, compileItems, compileUniqueItems } from './keywords/arrays.js';
import { compileAllOf, compileAnyOf, compileCondition, compileNot, compileOneOf } from './keywords/combinators.js';
import { compileItemCounts, compileLengths, compilePropertyCounts } from './keywords/counts.js';
import { compileNumberLimits } from './keywords/numbers.js';
import { compileDependentSchemas, compileProperties, compileRequired } from './keywords/objects.js';
import { compileFormat, compilePattern } from './keywords/strings.js';
import { compileUnevaluatedItems, compileUnevaluatedProperties } from './keywords/unevaluated.js';
import type { Schema, SchemaObject } from './schema.js';

/** `$ref` (JSON Schema Core 2020-12, section 8.2.3.1), followed at the first use. */
const compileReference: KeywordCompiler = ({ $ref }) => {
  if ($ref === undefined) return undefined;
  let check: Check | undefined;
  return (value, run, evaluated) => {
    check ??= compileSchema($ref());
    return run.refer(check, value, evaluated);
  };
};

/** Checks that cost little: the first that refuses a value ends the check, so that none that costs more is run on it. */
const cheapCompilers: readonly KeywordCompiler[] = [
  compileType,
  compileLengths,
  compileItemCounts,
  compilePropertyCounts,
  compileConst,
  compileEnum,
  compileNumberLimits,
];

/** Each of these is run on what the others refuse too, so that all problems are found at once. */
const keywordCompilers: readonly KeywordCompiler[] = [
  compileFormat,
  compileRequired,
  compileUniqueItems,
  compileProperties,
  compileItems,
  compileContains,
  compileDependentSchemas,
  compileReference,
  compileAllOf,
  compileAnyOf,
  compileOneOf,
  compileNot,
  compileCondition,
];

const unevaluatedCompilers: readonly KeywordCompiler[] = [compileUnevaluatedProperties, compileUnevaluatedItems];

/** Checks made so far: a shared type is compiled once, however many messages hold it. */
const compiled = new WeakMap<SchemaObject, Check>();

/**
 * Makes the check of a schema: a function that holds a function for each keyword. No source text is built and evaluated, so
 * it works where a content security policy forbids that.
 *
 * @param schema - The schema.
 */
export function compileSchema(schema: Schema): Check {
  if (schema === true) return () => true;
  if (schema === false) return (_, run) => run.report('false', 'Nothing is allowed here.');
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const check = combine(schema);
  compiled.set(schema, check);
  return check;
}

function combine(schema: SchemaObject): Check {
  const cheapChecks = compileAll(cheapCompilers, schema);
  const checks = compileAll(keywordCompilers, schema);
  const pattern = compilePattern(schema, compileSchema);
  const unevaluatedChecks = compileAll(unevaluatedCompilers, schema);
  return (value, run, outer) => {
    run.enter();
    const evaluated: Evaluated | undefined = unevaluatedChecks.length === 0 ? outer : new Set();
    let fits = true;
    for (const check of cheapChecks) {
      fits = check(value, run, undefined);
      if (!fits) break;
    }
    for (const check of fits ? checks : []) {
      if (check(value, run, evaluated)) continue;
      fits = false;
      if (run.isSilent) break;
    }
    // On what all others accept alone, those of subschemas too: who sends a text decides how long a pattern takes.
    if (fits) fits = pattern?.(value, run, evaluated) !== false;
    // What failed has not said what it looked at: the rest would be reported for nothing.
    if (fits) fits = unevaluatedChecks.map((check) => check(value, run, evaluated)).every(Boolean);
    if (evaluated !== outer) addEvaluated(outer, evaluated);
    run.leave();
    return fits;
  };
}

function compileAll(compilers: readonly KeywordCompiler[], schema: SchemaObject): Check[] {
  return compilers.flatMap((compiler) => compiler(schema, compileSchema) ?? []);
}
