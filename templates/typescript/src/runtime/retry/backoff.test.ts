import { describe, expect, it } from 'vitest';
import { backoffDelay } from './backoff.js';

describe('backoffDelay', () => {
  const backoff = { retryDelay: 500, maxRetryDelay: 30_000 };
  it.each([
    { attempt: 1, random: 1, want: 500 },
    { attempt: 2, random: 1, want: 1_000 },
    { attempt: 5, random: 1, want: 8_000 },
    { attempt: 7, random: 1, want: 30_000 },
    { attempt: 5_000, random: 1, want: 30_000 },
    { attempt: 3, random: 0, want: 0 },
    { attempt: 3, random: 0.25, want: 500 },
  ])('is $want ms after attempt $attempt with $random drawn', ({ attempt, random, want }) => {
    expect(backoffDelay(attempt, { ...backoff, random: () => random })).toBe(want);
  });

  it('never exceeds a cap below the base', () => {
    expect(backoffDelay(1, { retryDelay: 500, maxRetryDelay: 20, random: () => 1 })).toBe(20);
  });
});
