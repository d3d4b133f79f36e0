import type { KeywordCompiler } from '../check.js';
import { isObject, namesOf } from '../values.js';
import { otherProperties } from './objects.js';

/** `unevaluatedProperties` (JSON Schema Core 2020-12, section 11.3). */
export const compileUnevaluatedProperties: KeywordCompiler = ({ unevaluatedProperties }, compile) => {
  const check = otherProperties(unevaluatedProperties, compile);
  if (check === undefined) return undefined;
  return (value, run, evaluated) => {
    if (!isObject(value)) return true;
    let fits = true;
    for (const name of namesOf(value)) {
      if (evaluated?.names.has(name) === true) continue;
      evaluated?.names.add(name);
      if (run.inside(name, value[name], check)) continue;
      fits = false;
      if (run.isSilent) break;
    }
    return fits;
  };
};

/** `unevaluatedItems` (section 11.2). */
export const compileUnevaluatedItems: KeywordCompiler = ({ unevaluatedItems }, compile) => {
  if (unevaluatedItems === undefined) return undefined;
  const check = compile(unevaluatedItems);
  return (value, run, evaluated) => {
    if (!Array.isArray(value)) return true;
    let fits = true;
    for (const [index, item] of value.entries()) {
      if (evaluated?.indexes.has(index) === true) continue;
      evaluated?.indexes.add(index);
      if (run.inside(index, item, check)) continue;
      fits = false;
      if (run.isSilent) break;
    }
    return fits;
  };
};
