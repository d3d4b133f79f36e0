import { expect, it } from 'vitest';
import { commonMultiple } from './common-multiple.js';

it.each([
  { numbers: [0.3, 0.2], want: { value: 0.6, unit: 0.1 } },
  { numbers: [0.3, 1], want: { value: 3, unit: 0.1 } },
  { numbers: [4, 6, 10], want: { value: 60, unit: 1 } },
  { numbers: [0.75, 0.1], want: { value: 1.5, unit: 0.01 } },
  { numbers: [1e-7, 3e-8], want: { value: 3e-7, unit: 1e-8 } },
  { numbers: [2e21, 3e21], want: { value: 6e21, unit: 1e21 } },
  { numbers: [1e21, 0.5], want: { value: 1e21, unit: 0.1 } },
  { numbers: [1e-300, 1], want: undefined },
  { numbers: [Number.MAX_VALUE, Number.MAX_VALUE - 2 ** 971], want: undefined },
])('The least common multiple of $numbers is $want.value', ({ numbers, want }) => {
  expect(commonMultiple(numbers)).toEqual(want);
});

it('Of very many numbers, it is one of some of them', () => {
  const found = commonMultiple(Array.from({ length: 3000 }, (_, index) => index + 1));
  expect(found?.value).toBeGreaterThan(1e17);
  expect(found?.value).toBeLessThan(1e40);
});
