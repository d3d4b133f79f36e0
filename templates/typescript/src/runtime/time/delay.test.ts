import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { ManualClock } from './_manual-clock.js';
import { delay } from './delay.js';

describe('delay', () => {
  it('ends when its time has passed, not before', async () => {
    const clock = new ManualClock();
    let hasPassed = false;
    void delay(100, { clock, signal: undefined }).then(() => (hasPassed = true));
    await clock.advance(99);
    expect(hasPassed).toBe(false);
    await clock.advance(1);
    expect(hasPassed).toBe(true);
  });

  it('ends at once when the signal fires, and leaves no timer', async () => {
    const clock = new ManualClock();
    const controller = new AbortController();
    const ended = delay(100, { clock, signal: controller.signal });
    controller.abort();
    await ended;
    expect(clock.pending).toEqual([]);
  });

  it('does not begin where the signal has fired', async () => {
    const clock = new ManualClock();
    await delay(100, { clock, signal: AbortSignal.abort() });
    expect(clock.pending).toEqual([]);
  });

  it('leaves no listener on the signal', async () => {
    const clock = new ManualClock();
    const { signal } = new AbortController();
    const ended = delay(100, { clock, signal });
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    await clock.advance(100);
    await ended;
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it.each([
    { how: 'well', until: () => Promise.resolve() },
    { how: 'badly', until: () => Promise.reject(new Error('badly')) },
  ])('ends early when what it waits for ends $how', async ({ until }) => {
    const clock = new ManualClock();
    const options = { clock, signal: undefined };
    await delay(1_000, options, until());
    expect(clock.pending).toEqual([]);
  });
});
