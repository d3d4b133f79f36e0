import { describe, expect, it } from 'vitest';
import { ManualClock } from '../time/_manual-clock.js';
import { createRetryBudget, type RetryBudget } from './retry-budget.js';

const withdrawals = (budget: RetryBudget, tries: number): number =>
  Array.from({ length: tries }, () => budget(1)).filter(Boolean).length;

describe('A retry budget', () => {
  it('starts full and runs out', () => {
    const budget = createRetryBudget({ capacity: 3 }, new ManualClock());
    expect(withdrawals(budget, 10)).toBe(3);
  });

  it('is 100 retries large unless told otherwise', () => {
    expect(withdrawals(createRetryBudget({}, new ManualClock()), 500)).toBe(100);
  });

  it('is filled by calls, a share of a retry each', () => {
    const budget = createRetryBudget({ capacity: 10, perCall: 0.25, perSecond: 0 }, new ManualClock());
    withdrawals(budget, 10);
    for (let call = 0; call < 8; call += 1) budget();
    expect(withdrawals(budget, 10)).toBe(2);
  });

  it('is filled by time', async () => {
    const clock = new ManualClock();
    const budget = createRetryBudget({ capacity: 10, perSecond: 2 }, clock);
    withdrawals(budget, 10);
    await clock.advance(1_500);
    expect(withdrawals(budget, 10)).toBe(3);
  });

  it('never holds more than its capacity', async () => {
    const clock = new ManualClock();
    const budget = createRetryBudget({ capacity: 4 }, clock);
    for (let call = 0; call < 100; call += 1) budget();
    await clock.advance(1e9);
    expect(withdrawals(budget, 100)).toBe(4);
  });

  it('allows none with no capacity', () => {
    const budget = createRetryBudget({ capacity: 0 }, new ManualClock());
    budget();
    expect(budget(1)).toBe(false);
  });

  it('takes nothing back when the clock does', () => {
    let now = 1_000_000;
    const clock = { now: () => now, setTimeout: () => undefined, clearTimeout: () => undefined };
    const budget = createRetryBudget({ capacity: 2, perSecond: 1 }, clock);
    withdrawals(budget, 1);
    now = 0;
    expect(withdrawals(budget, 5)).toBe(1);
    now = 1_000_000;
    expect(withdrawals(budget, 5)).toBe(0);
  });
});
