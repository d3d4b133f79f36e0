import { describe, expect, it } from 'vitest';
import { syntaxProblem } from './patterns.js';

describe('Patterns', () => {
  it.each([
    ['(', 'Unterminated group'],
    ['[', 'Unterminated character class'],
    ['*', 'Nothing to repeat'],
    ['\\-', 'Invalid escape'],
    ['a{2,1}', 'numbers out of order in {} quantifier'],
    ['/: (', 'Unterminated group'],
    ['^a+$', undefined],
  ])('%s is no regular expression: %s', (pattern, want) => expect(syntaxProblem(pattern)).toBe(want));
});
