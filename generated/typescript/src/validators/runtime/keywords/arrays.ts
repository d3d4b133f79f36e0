import { canonical } from '../canonical.js';
import type { KeywordCompiler } from '../keyword-compiler.js';
import { count } from '../values.js';

/** `prefixItems` and `items` (JSON Schema Core 2020-12, section 10.3.1). */
export const compileItems: KeywordCompiler = ({ prefixItems = [], items }, compile) => {
  if (prefixItems.length === 0 && items === undefined) return undefined;
  const leading = prefixItems.map((schema) => compile(schema));
  const rest = items === undefined ? undefined : compile(items);
  return (value, run, evaluated) => {
    if (!Array.isArray(value)) return true;
    let fits = true;
    const end = rest === undefined ? Math.min(leading.length, value.length) : value.length;
    for (let index = 0; index < end; index += 1) {
      evaluated?.add(index);
      const check = leading[index] ?? rest;
      if (check === undefined || run.inside(index, value[index], check)) continue;
      fits = false;
      if (run.isSilent) break;
    }
    return fits;
  };
};

/** `contains`, `minContains` and `maxContains` (Core, section 10.3.1.3; Validation, sections 6.4.4 and 6.4.5). */
export const compileContains: KeywordCompiler = ({ contains, minContains = 1, maxContains = Infinity }, compile) => {
  if (contains === undefined) return undefined;
  const check = compile(contains);
  const limits = [minContains, maxContains];
  return (value, run, evaluated) => {
    if (!Array.isArray(value)) return true;
    let found = 0;
    for (const [index, item] of value.entries()) {
      if (!run.probe(check, item, undefined)) continue;
      evaluated?.add(index);
      found += 1;
    }
    if (found >= minContains && found <= maxContains) return true;
    const limit = found < minContains ? `least ${count(minContains, 'item')}` : `most ${count(maxContains, 'item')}`;
    return run.report('contains', `Must hold at ${limit} that the schema asks for.`, limits);
  };
};

/** `uniqueItems` (Validation, section 6.4.3). */
export const compileUniqueItems: KeywordCompiler = ({ uniqueItems }) => {
  if (uniqueItems !== true) return undefined;
  return (value, run) => {
    if (!Array.isArray(value)) return true;
    let fits = true;
    const seen = new Map<string, number>();
    for (const [index, item] of value.entries()) {
      const text = canonical(item);
      const first = text === undefined ? undefined : seen.get(text);
      if (text !== undefined && first === undefined) {
        seen.set(text, index);
        continue;
      }
      const message =
        text === undefined
          ? 'Is nested too deeply to be compared.'
          : `Must differ from every other item, but equals item ${first}.`;
      fits = run.reportAt(index, 'uniqueItems', message, first);
      if (run.isSilent) break;
    }
    return fits;
  };
};
