import { canonical } from '../canonical.js';
import type { KeywordCompiler } from '../check.js';
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
      evaluated?.indexes.add(index);
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
  const matching = (number: number): string => `${count(number, 'item')} that the schema asks for`;
  return (value, run, evaluated) => {
    if (!Array.isArray(value)) return true;
    let found = 0;
    for (const [index, item] of value.entries()) {
      if (!run.probe(check, item, undefined)) continue;
      evaluated?.indexes.add(index);
      found += 1;
    }
    if (found < minContains) return run.report('contains', `Must hold at least ${matching(minContains)}.`);
    if (found > maxContains) return run.report('contains', `Must hold at most ${matching(maxContains)}.`);
    return true;
  };
};

/** `minItems`, `maxItems` and `uniqueItems` (Validation, sections 6.4.1 to 6.4.3). */
export const compileArrayLimits: KeywordCompiler = ({ minItems = 0, maxItems = Infinity, uniqueItems = false }) => {
  if (minItems === 0 && maxItems === Infinity && !uniqueItems) return undefined;
  return (value, run) => {
    if (!Array.isArray(value)) return true;
    let fits = true;
    if (value.length < minItems) fits = run.report('minItems', `Must have at least ${count(minItems, 'item')}.`);
    if (value.length > maxItems) fits = run.report('maxItems', `Must have at most ${count(maxItems, 'item')}.`);
    const seen = new Map<string, number>();
    for (const [index, item] of uniqueItems ? value.entries() : []) {
      const text = canonical(item);
      const first = text === undefined ? undefined : seen.get(text);
      if (text === undefined) fits = run.reportAt(index, 'uniqueItems', 'Is nested too deeply to be compared.');
      else if (first === undefined) seen.set(text, index);
      else fits = run.reportAt(index, 'uniqueItems', `Must differ from every other item, but equals item ${first}.`);
    }
    return fits;
  };
};
