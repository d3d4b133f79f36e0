import { describe, expect, it, vi } from 'vitest';
import { ManualClock } from './_manual-clock.js';
import { systemClock, unrefClock } from './clock.js';

describe('systemClock', () => {
  it('tells the time of day', () => {
    expect(systemClock.now()).toBeGreaterThan(Date.parse('2025-01-01T00:00:00Z'));
  });

  it('is moved by no change of the system time', () => {
    const before = systemClock.now();
    vi.useFakeTimers({ now: 0, toFake: ['Date'] });
    try {
      expect(systemClock.now()).toBeGreaterThanOrEqual(before);
    } finally {
      vi.useRealTimers();
    }
  });

  it('gives a number where a test runner has put something else in the place of a half', () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(Number.NaN);
    expect(systemClock.now()).toBeGreaterThan(Date.parse('2025-01-01T00:00:00Z'));
    now.mockRestore();
  });

  it('calls back once, and not after the timer is cleared', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const [kept, cleared] = [vi.fn<() => void>(), vi.fn<() => void>()];
      systemClock.setTimeout(kept, 10);
      systemClock.clearTimeout(systemClock.setTimeout(cleared, 10));
      vi.advanceTimersByTime(100);
      expect(kept).toHaveBeenCalledOnce();
      expect(cleared).not.toHaveBeenCalled();
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('unrefClock', () => {
  it('has the time and the timers of another clock, which keep no process alive', async () => {
    const clock = new ManualClock();
    const quiet = unrefClock(clock);
    const [kept, cleared] = [vi.fn<() => void>(), vi.fn<() => void>()];
    quiet.setTimeout(kept, 10);
    quiet.clearTimeout(quiet.setTimeout(cleared, 10));
    expect(clock.pending).toMatchObject([{ keepsProcessAlive: false }]);
    await clock.advance(10);
    expect(quiet.now()).toBe(clock.now());
    expect(kept).toHaveBeenCalledOnce();
    expect(cleared).not.toHaveBeenCalled();
  });

  it('takes timers without an unref, such as those of browsers', () => {
    const clock = { now: () => 0, setTimeout: () => 5, clearTimeout: () => undefined };
    expect(unrefClock(clock).setTimeout(() => undefined, 1)).toBe(5);
  });
});
