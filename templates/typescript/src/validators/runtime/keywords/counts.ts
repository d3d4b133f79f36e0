import type { KeywordCompiler } from '../keyword-compiler.js';
import { count, isObject, namesOf } from '../values.js';

/** `minLength` and `maxLength` (JSON Schema Validation 2020-12, sections 6.3.1 and 6.3.2), in code points. */
export const compileLengths = limits('Length', ['character'], (value) =>
  typeof value === 'string' ? value.length - (value.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0) : undefined,
);

/** `minItems` and `maxItems` (sections 6.4.1 and 6.4.2). */
export const compileItemCounts = limits('Items', ['item'], (value) =>
  Array.isArray(value) ? value.length : undefined,
);

/** `minProperties` and `maxProperties` (sections 6.5.1 and 6.5.2). */
export const compilePropertyCounts = limits('Properties', ['property', 'properties'], (value) =>
  isObject(value) ? namesOf(value).length : undefined,
);

function limits(
  what: 'Length' | 'Items' | 'Properties',
  nouns: readonly [singular: string, plural?: string],
  sizeOf: (value: unknown) => number | undefined,
): KeywordCompiler {
  return ({ [`min${what}` as const]: least = 0, [`max${what}` as const]: most = Infinity }) => {
    if (least === 0 && most === Infinity) return undefined;
    return (value, run) => {
      const size = sizeOf(value);
      if (size === undefined) return true;
      if (size < least) return run.report(`min${what}`, `Must have at least ${count(least, ...nouns)}.`, least);
      return size <= most || run.report(`max${what}`, `Must have at most ${count(most, ...nouns)}.`, most);
    };
  };
}
