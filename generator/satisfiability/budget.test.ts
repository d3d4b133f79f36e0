import { describe, expect, it } from 'vitest';
import { Budget } from './budget.js';

describe('The budget of an analysis', () => {
  it('ends for one schema, and begins anew with the next', () => {
    const budget = new Budget();
    expect(budget.take(200_000)).toBe(true);
    expect(budget.isExhausted).toBe(true);
    expect(budget.take()).toBe(false);
    budget.begin();
    expect(budget.isExhausted).toBe(false);
    expect(budget.take()).toBe(true);
  });

  /** How many schemas of a catalog may take as much as one may. */
  const greedySchemas = (schemas: number): number => {
    const budget = new Budget(schemas);
    for (let number = 0; ; number += 1) {
      budget.begin();
      if (!budget.take(200_000)) return number;
    }
  };

  it('ends for all schemas together, of a large catalog later', () => {
    expect(greedySchemas(0)).toBe(10);
    expect(greedySchemas(100_000)).toBe(20);
  });
});
