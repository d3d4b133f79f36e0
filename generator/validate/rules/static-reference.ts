import { eachSchema, type Rule } from '../rule.js';

/** References whose target depends on the way that led to them, in 2020-12 and in 2019-09. */
const dynamic = ['$dynamicRef', '$recursiveRef'] as const;

/** A type refers to one other, whoever uses it. */
export const staticReference: Rule = {
  id: 'static-reference',
  sentence: 'No reference is dynamic.',
  check: eachSchema((schema, report) => {
    const message = 'A reference cannot be dynamic here: write $ref, and the schema that is meant.';
    for (const keyword of dynamic) if (Object.hasOwn(schema, keyword)) report([keyword], message, 'key');
  }),
};
