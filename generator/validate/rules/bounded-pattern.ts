import { allSites } from '../../catalog/schema-site.js';
import { BacktrackingCheck, patternsOf, syntaxProblem } from '../patterns.js';
import type { Rule } from '../rule.js';
import { noteUnanalysed, type Unanalysed } from '../unanalysed.js';

/** A text of a stranger could stop a service for hours. */
export const boundedPattern: Rule = {
  id: 'bounded-pattern',
  sentence: 'No pattern takes exponential time on some text.',
  check(catalog, report) {
    const backtracking = new BacktrackingCheck();
    const unknown: Pick<Unanalysed, 'file' | 'path' | 'part'>[] = [];
    for (const { file, path, schema } of allSites(catalog)) {
      for (const { pattern, at, part } of patternsOf(schema)) {
        const isEndless = syntaxProblem(pattern) === undefined && backtracking.isEndless(pattern);
        if (isEndless === undefined) unknown.push({ file, path: [...path, ...at], part });
        if (isEndless !== true) continue;
        const advice = 'let no two ways of repeating match the same text, as a+ does where (a+)+ stood';
        report(file, [...path, ...at], `This pattern backtracks without end on some texts: ${advice}.`, part);
      }
    }
    noteUnanalysed(
      catalog,
      unknown,
      'pattern',
      (what) =>
        `Whether ${what} backtracks without end was not found out, since that takes too long: simplify it, or write fewer.`,
    );
  },
};
