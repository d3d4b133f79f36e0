import type { LintRule } from '../rule.js';

/** An example is what callers copy, and what documentation shows instead of made-up values. */
export const examplePerRequest: LintRule = {
  id: 'example-per-request',
  sentence: 'Every message that asks for work (its name ends in `-request`, or it has an outcome) has an example.',
  check({ catalog }, report) {
    for (const { file, name, outcome, examples } of catalog.messages) {
      const message = `${name} has no example: add one under examples, with a title and a payload.`;
      const isRequest = name.endsWith('-request') || outcome !== undefined;
      if (isRequest && examples.length === 0) report({ file, path: ['name'] }, message);
    }
  },
};
