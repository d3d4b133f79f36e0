import { bestAlternative } from '../best-alternative.js';
import type { KeywordCompiler } from '../keyword-compiler.js';
import type { Check, Run } from '../run.js';
import type { Schema } from '../schema.js';
import { isObject } from '../values.js';

/**
 * `allOf` (JSON Schema Core 2020-12, section 10.2.1.1). Branches that limit the size come first, and only of an object does
 * a branch that refuses it leave anything to say to the others.
 */
export const compileAllOf: KeywordCompiler = ({ allOf }, compile) => {
  const sizeFirst = [...(allOf ?? [])].sort((a, b) => Number(limitsSize(b)) - Number(limitsSize(a)));
  const branches = allOf && sizeFirst.map((each) => compile(each));
  return (
    branches &&
    ((value, run, evaluated) => {
      let fits = true;
      for (const branch of branches) {
        if (branch(value, run, evaluated)) continue;
        fits = false;
        if (run.isSilent || !isObject(value)) break;
      }
      return fits;
    })
  );
};

function limitsSize(schema: Schema): boolean {
  return typeof schema === 'object' && (schema.maxLength ?? schema.maxItems ?? schema.maxProperties) !== undefined;
}

/** `anyOf` (section 10.2.1.2). Where no branch fits, the problems are those of the branch that fits best. */
export const compileAnyOf: KeywordCompiler = ({ anyOf }, compile) => {
  const branches = anyOf?.map((schema) => compile(schema));
  return (
    branches &&
    ((value, run, evaluated) => {
      let fits = false;
      for (const branch of branches) {
        if (!run.probe(branch, value, evaluated)) continue;
        fits = true;
        // A further branch only adds to what was looked at.
        if (evaluated === undefined) break;
      }
      return fits || reportBest(branches, value, run);
    })
  );
};

/** `oneOf` (section 10.2.1.3). */
export const compileOneOf: KeywordCompiler = ({ oneOf }, compile) => {
  const branches = oneOf?.map((schema) => compile(schema));
  return (
    branches &&
    ((value, run, evaluated) => {
      const fitting = branches.flatMap((branch, index) => (run.probe(branch, value, evaluated) ? [index] : []));
      const { length } = fitting;
      if (length === 1) return true;
      if (length === 0) return reportBest(branches, value, run);
      const message = `Must fit exactly one of ${branches.length} alternatives, but fits ${length}.`;
      return run.report('oneOf', message, fitting);
    })
  );
};

/** `not` (section 10.2.1.4); `{ not: {} }` is how `false` is written where a schema has to be an object. */
export const compileNot: KeywordCompiler = ({ not }, compile) => {
  if (not === undefined) return undefined;
  const check = compile(not);
  const rulesOutAll = typeof not === 'object' && Object.keys(not).length === 0;
  const message = rulesOutAll ? 'Nothing is allowed here.' : 'Must not be what the schema rules out here.';
  return (value, run) => !run.probe(check, value, undefined) || run.report('not', message);
};

/** `if`, `then` and `else` (section 10.2.2). */
export const compileCondition: KeywordCompiler = (schema, compile) => {
  if (schema.if === undefined) return undefined;
  const condition = compile(schema.if);
  const whenMet = schema.then === undefined ? undefined : compile(schema.then);
  const whenNot = schema.else === undefined ? undefined : compile(schema.else);
  return (value, run, evaluated) => {
    const branch = run.probe(condition, value, evaluated) ? whenMet : whenNot;
    return branch === undefined || branch(value, run, evaluated);
  };
};

function reportBest(branches: readonly Check[], value: unknown, run: Run): false {
  if (run.isSilent) return false;
  const alternatives = branches.map((branch) => run.judge(branch, value).problems);
  for (const problem of bestAlternative(alternatives, value, run.level)) run.add(problem);
  return false;
}
