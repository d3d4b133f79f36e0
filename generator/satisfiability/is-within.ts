import { Budget } from './budget.js';
import { Complement, type Alternative } from './complement.js';
import { Satisfiability } from './satisfiability.js';
import type { Site } from './site.js';

/** Whether every value that fits one schema fits another, as far as it is known. */
export interface Inclusion {
  /** Whether that surely is so. */
  readonly isProven: boolean;
  /** The ways not to fit the wider schema that some value of the other may take: a value that breaks it is one of them. */
  readonly open: readonly Alternative[];
}

/** More ways not to fit a schema are not looked at. */
const maxAlternatives = 2000;

/**
 * Finds whether every value that fits one schema fits another. No value may fit the one and any way not to fit the other.
 *
 * @param given - Counts the work of several questions together. Default: each has as much as a small catalog.
 */
export function isWithin(narrower: Site, wider: Site, given?: Budget): Inclusion {
  const alternatives = new Complement().alternatives(wider);
  const budget = given ?? new Budget(alternatives.length);
  const analyzer = new Satisfiability(budget);
  const open = alternatives.filter(({ site }, index) => {
    budget.begin();
    return index >= maxAlternatives || !analyzer.isEmpty([narrower, site]);
  });
  return { isProven: open.length === 0, open };
}
