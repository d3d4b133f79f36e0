import { matchingCost } from '../../schema/matching-cost.js';
import { eachPattern, type Rule } from '../rule.js';

/** A hostile text could keep a service busy for hours. */
export const boundedPattern: Rule = {
  id: 'bounded-pattern',
  sentence: 'No pattern takes exponential time on some text.',
  isAcceptable: true,
  check: eachPattern((pattern) =>
    matchingCost(pattern) === 'exponential'
      ? 'This pattern backtracks without end on some texts: let no two ways of repeating match the same text, as a+ does where (a+)+ stood.'
      : undefined,
  ),
};
