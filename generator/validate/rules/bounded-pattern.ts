import { allSites } from '../../catalog/schema-site.js';
import { matchingCost } from '../../schema/matching-cost.js';
import { patternsOf, syntaxProblem } from '../../schema/patterns.js';
import type { Rule } from '../rule.js';

/** A text of a stranger could stop a service for hours. */
export const boundedPattern: Rule = {
  id: 'bounded-pattern',
  sentence: 'No pattern takes exponential time on some text.',
  isAcceptable: true,
  check(catalog, report) {
    for (const { file, path, schema } of allSites(catalog)) {
      for (const { pattern, at, part } of patternsOf(schema)) {
        if (syntaxProblem(pattern) !== undefined || matchingCost(pattern) !== 'exponential') continue;
        const advice = 'let no two ways of repeating match the same text, as a+ does where (a+)+ stood';
        report(file, [...path, ...at], `This pattern backtracks without end on some texts: ${advice}.`, part);
      }
    }
  },
};
