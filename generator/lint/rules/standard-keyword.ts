import { eachSchema } from '../../validate/rule.js';
import { otherDialectKeyword, unknownKeywords } from '../../validate/other-dialects.js';
import type { LintRule } from '../rule.js';

/** An unknown keyword has no effect anywhere. */
export const standardKeyword: LintRule = {
  id: 'standard-keyword',
  sentence: 'Every keyword of a schema is one of JSON Schema 2020-12, or its name begins with `x-`.',
  check: eachSchema((schema, report) => {
    const unknown = unknownKeywords(schema).filter((name) => !name.startsWith('x-'));
    if (schema.definitions !== undefined) unknown.push('definitions');
    for (const name of unknown) {
      const advice = otherDialectKeyword(name, schema) ?? 'Remove it, or let its name begin with x-.';
      const effect = name === 'definitions' ? 'is an old name' : 'is no keyword of JSON Schema 2020-12, and ignored';
      report([name], `${JSON.stringify(name)} ${effect}. ${advice}`, 'key');
    }
  }),
};
