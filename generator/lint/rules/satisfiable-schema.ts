import type { Finding, LintRule } from '../rule.js';
import { analyzeSchemas, elsewhereText } from '../schema-analysis.js';

/** What nothing fits cannot be sent. */
export const satisfiableSchema: LintRule = {
  id: 'satisfiable-schema',
  sentence: 'Every schema but `false` accepts some value, of every kind that its `type` lists.',
  check({ catalog }) {
    const { contradictions, placeOf } = analyzeSchemas(catalog);
    return contradictions.map(({ message, against, ...place }): Finding => {
      const at = placeOf(place);
      return { ...at, message: message + elsewhereText(at, against.map(placeOf)) };
    });
  },
};
