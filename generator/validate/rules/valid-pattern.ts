import { syntaxProblem } from '../../schema/patterns.js';
import { eachPattern, type Rule } from '../rule.js';

/** The check at run time could not be made. */
export const validPattern: Rule = {
  id: 'valid-pattern',
  sentence: 'Every pattern is a regular expression.',
  check: eachPattern((pattern) => {
    const problem = syntaxProblem(pattern);
    return (
      problem &&
      `This is no regular expression with Unicode: ${problem}. Correct it, or escape what is meant as itself.`
    );
  }),
};
