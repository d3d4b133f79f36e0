import { describe, expect, it } from 'vitest';
import { TimeLimitError, withinTime } from './time-limit.js';

const endless = (): never => {
  for (;;);
};

describe('withinTime', () => {
  it('gives what the work returns, and throws what it throws', () => {
    expect(withinTime(() => 'done', 1000)).toBe('done');
    const error = new Error('Wrong.');
    expect(() =>
      withinTime(() => {
        throw error;
      }, 1000),
    ).toThrow(error);
  });

  it('ends work that does not end by itself, whatever it would catch', () => {
    const caught: unknown[] = [];
    const stubborn = (): void => {
      try {
        endless();
      } catch (error) {
        caught.push(error);
      }
    };
    expect(() => withinTime(stubborn, 20)).toThrow(TimeLimitError);
    expect(caught).toEqual([]);
  });

  it('limits a part of what it limits: the inner limit ends the part, the outer one all of it', () => {
    const part = (): string => {
      try {
        return withinTime(endless, 20);
      } catch (error) {
        return String(error);
      }
    };
    expect(withinTime(part, 60_000)).toBe('TimeLimitError: This takes over 20 ms.');
    expect(() => withinTime(() => withinTime(endless, 60_000), 20)).toThrow('over 20 ms');
  });
});
