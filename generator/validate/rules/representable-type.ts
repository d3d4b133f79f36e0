import { tooManyAlternatives } from '../../model/type-complexity.js';
import { complexTypes, mostInAll } from '../complex-types.js';
import type { Rule } from '../rule.js';

/** TypeScript refuses to compile such a type. */
export const representableType: Rule = {
  id: 'representable-type',
  sentence: 'No type multiplies to more alternatives than TypeScript holds.',
  check(catalog, report, flawed) {
    for (const { site, at, isTogether } of complexTypes(catalog)) {
      if (flawed.has(site.schema)) continue;
      const limit = isTogether ? mostInAll : tooManyAlternatives;
      const whole = isTogether ? 'With this, the types of the catalog multiply' : 'The parts of this multiply';
      report(
        site.file,
        [...site.path, ...at],
        `${whole} to over ${limit.toLocaleString('en')} alternatives, more than TypeScript holds: state type in each part, or offer fewer alternatives.`,
      );
    }
  },
};
