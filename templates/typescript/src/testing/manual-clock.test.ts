import { describe, expect, it } from 'vitest';
import { createManualClock } from './manual-clock.js';

describe('A manual clock', () => {
  it('calls what is due, in the order of its time, each at its time', () => {
    const clock = createManualClock(100);
    const calls: string[] = [];
    const note = (name: string) => () => void calls.push(`${name} at ${clock.now()}`);
    clock.setTimeout(note('late'), 20);
    clock.setTimeout(note('early'), 10);
    clock.setTimeout(note('same'), 20);
    clock.setTimeout(note('never'), 31);
    clock.clearTimeout(clock.setTimeout(note('cancelled'), 5));
    clock.setTimeout(() => clock.setTimeout(note('nested'), 5), 10);
    clock.advance(30);
    expect(calls).toEqual(['early at 110', 'nested at 115', 'late at 120', 'same at 120']);
    expect([clock.now(), clock.pending]).toEqual([130, 1]);
  });

  it('does not go back', () => {
    expect(() => createManualClock().advance(-1)).toThrow(
      new RangeError('A clock moves on by 0 ms or more, not by -1.'),
    );
  });
});
