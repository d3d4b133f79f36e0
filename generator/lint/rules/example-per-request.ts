import type { LintRule } from '../rule.js';

/** An example is what callers copy, and what documentation shows instead of made-up values. */
export const examplePerRequest: LintRule = {
  id: 'example-per-request',
  sentence: 'Every message that asks for work (its name ends in `-request`, or it has an outcome) has an example.',
  check({ catalog }) {
    return catalog.messages
      .filter(
        ({ name, outcome, examples }) => examples.length === 0 && (name.endsWith('-request') || outcome !== undefined),
      )
      .map(({ file, name }) => ({
        file,
        path: ['name'],
        message: `${name} has no example: add one under examples, with a title and a payload.`,
      }));
  },
};
