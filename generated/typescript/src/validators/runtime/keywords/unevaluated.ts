import type { KeywordCompiler } from '../keyword-compiler.js';
import type { Evaluated } from '../evaluated.js';
import type { Check, Run } from '../run.js';
import { isObject, namesOf } from '../values.js';
import { otherProperties } from './objects.js';

/** `unevaluatedProperties` (JSON Schema Core 2020-12, section 11.3). */
export const compileUnevaluatedProperties: KeywordCompiler = ({ unevaluatedProperties }, compile) => {
  const check = otherProperties(unevaluatedProperties, compile);
  return (
    check && ((value, run, evaluated) => !isObject(value) || checkRest(namesOf(value), value, check, run, evaluated))
  );
};

/** `unevaluatedItems` (section 11.2). */
export const compileUnevaluatedItems: KeywordCompiler = ({ unevaluatedItems }, compile) => {
  const check = unevaluatedItems === undefined ? undefined : compile(unevaluatedItems);
  return (
    check && ((value, run, evaluated) => !Array.isArray(value) || checkRest(value.keys(), value, check, run, evaluated))
  );
};

function checkRest<Key extends string | number>(
  keys: Iterable<Key>,
  value: { readonly [key in Key]?: unknown },
  check: Check,
  run: Run,
  evaluated: Evaluated | undefined,
): boolean {
  let fits = true;
  for (const key of keys) {
    if (evaluated?.has(key) === true) continue;
    evaluated?.add(key);
    if (run.inside(key, value[key], check)) continue;
    fits = false;
    if (run.isSilent) break;
  }
  return fits;
}
