import type { LintRule } from '../rule.js';
import { elsewhereText } from '../schema-analysis.js';

/** What nothing fits cannot be sent. */
export const satisfiableSchema: LintRule = {
  id: 'satisfiable-schema',
  sentence: 'Every schema but `false` accepts some value, of every kind that its `type` lists.',
  check({ analysis }, report) {
    const { contradictions, placeOf } = analysis();
    for (const { message, against, ...place } of contradictions) {
      const at = placeOf(place);
      report(at, message + elsewhereText(at, against.map(placeOf)));
    }
  },
};
