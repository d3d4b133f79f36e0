import { expect, it } from 'vitest';
import { applyMost } from './apply-most.js';

/** Adds numbers to a list; a number is refused together with those that are listed for it, or always. */
const refusing =
  (refused: Readonly<Record<number, readonly number[]>>, attempts: { count: number }) =>
  (state: readonly number[], changes: readonly number[]): readonly number[] | undefined => {
    attempts.count += 1;
    const all = [...state, ...changes];
    return changes.some((change) => refused[change]?.every((other) => all.includes(other))) ? undefined : all;
  };

it.each([
  { what: 'nothing', changes: [], refused: {}, state: [0], leftOut: [], attempts: 0 },
  { what: 'all that work, at once', changes: [1, 2, 3], refused: {}, state: [0, 1, 2, 3], leftOut: [], attempts: 1 },
  { what: 'all but one', changes: [1, 2, 3, 4], refused: { 3: [] }, state: [0, 1, 2, 4], leftOut: [3], attempts: 5 },
  { what: 'none', changes: [1, 2], refused: { 1: [], 2: [] }, state: [0], leftOut: [1, 2], attempts: 3 },
  {
    what: 'the first of two that exclude each other',
    changes: [1, 2],
    refused: { 2: [1] },
    state: [0, 1],
    leftOut: [2],
    attempts: 3,
  },
])('applyMost applies $what', ({ changes, refused, state, leftOut, attempts }) => {
  const made = { count: 0 };
  expect(applyMost<readonly number[], number>([0], changes, refusing(refused, made))).toEqual({ state, leftOut });
  expect(made.count).toBe(attempts);
});
