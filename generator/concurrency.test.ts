import { describe, expect, it } from 'vitest';
import { mapBounded } from './concurrency.js';

describe('mapBounded', () => {
  it('gives the results in the order of the items', async () => {
    const items = Array.from({ length: 300 }, (_, index) => index);
    const work = async (item: number): Promise<number> => {
      for (let turn = 0; turn < item % 3; turn += 1) await Promise.resolve();
      return item * 2;
    };
    expect(await mapBounded(items, work)).toEqual(items.map((item) => item * 2));
  });

  it('has a bounded number of calls under way', async () => {
    let running = 0;
    let most = 0;
    await mapBounded(Array.from({ length: 500 }), async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
    });
    expect(most).toBe(64);
  });

  it('starts nothing more after a failure, and tells it when all that had started have ended', async () => {
    const ended: number[] = [];
    let started = 0;
    const attempt = mapBounded(Array.from({ length: 500 }), async (_, index) => {
      started += 1;
      if (index === 3) throw new Error('third');
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      ended.push(index);
    });
    await expect(attempt).rejects.toThrow('third');
    expect(started).toBe(64);
    expect(ended).toHaveLength(63);
  });
});
