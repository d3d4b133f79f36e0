import { describe, expect, it } from 'vitest';
import { Effort } from './effort.js';

describe('The work of judging', () => {
  it('ends for one schema, and begins anew with the next', () => {
    const effort = new Effort(1);
    expect(effort.take('state', 20_000)).toBe(true);
    expect(effort.isCutShort).toBe(false);
    expect(effort.take('state')).toBe(false);
    expect(effort.take('match')).toBe(true);
    expect(effort.isCutShort).toBe(true);
    expect(effort.isUsedUp).toBe(false);
    effort.begin();
    expect(effort.isCutShort).toBe(false);
    expect(effort.take('state')).toBe(true);
  });

  /** How many schemas of a catalog may take as much as one may. */
  const greedySchemas = (schemas: number): number => {
    const effort = new Effort(schemas);
    let number = 0;
    for (; !effort.isUsedUp; number += 1) {
      effort.begin();
      effort.take('state', 20_000);
    }
    effort.begin();
    expect(effort.take('state')).toBe(false);
    return number;
  };

  it('ends for all schemas together, of a large catalog later', () => {
    expect(greedySchemas(0)).toBe(5);
    expect(greedySchemas(10_000)).toBe(105);
  });

  it('tells what was given up for another reason', () => {
    const effort = new Effort(1);
    effort.giveUp();
    expect(effort.isCutShort).toBe(true);
  });
});
