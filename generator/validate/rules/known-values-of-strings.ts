import { eachSchema, type Rule } from '../rule.js';

/** The keyword is for texts: beside anything else it would be ignored. */
export const knownValuesOfStrings: Rule = {
  id: 'known-values-of-strings',
  sentence: 'x-known-values stands beside type: string.',
  check: eachSchema((schema, report, { flawed }) => {
    if (schema['x-known-values'] === undefined || flawed.has(schema)) return;
    if ([schema.type].flat().includes('string')) return;
    report(['x-known-values'], 'x-known-values needs type: string beside it: add it.', 'key');
  }),
};
