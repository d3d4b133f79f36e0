import { forEachWithin } from '../time-limit.js';

/**
 * Milliseconds that all of some work may take, that each item adds, and that one item may take. Work is counted, so that it
 * ends long before, on every machine at the same place; but for what a library does, which can only be watched.
 */
const longestInAll = 5000;
const longestPerItem = 0.5;
const longestAlone = 1000;

/** Which items were not done. */
interface Interrupted<Item> {
  /** Those that take too long alone. */
  readonly slow: readonly Item[];
  /** Those for which no time was left. */
  readonly left: readonly Item[];
}

/**
 * Does something with each item; where one takes too long, it is given up, and the others are done.
 *
 * @param items - The items.
 * @param call - What to do with each. It may be interrupted anywhere.
 * @param longest - Milliseconds that one item may take. Default: 1000.
 */
export function inTurn<Item>(
  items: readonly Item[],
  call: (item: Item) => void,
  longest = longestAlone,
): Interrupted<Item> {
  const end = performance.now() + longestInAll + longestPerItem * items.length;
  const slow: Item[] = [];
  let left = items;
  let started = 0;
  const timed = (item: Item): void => {
    started = performance.now();
    call(item);
  };
  while (left.length > 0) {
    const time = end - performance.now();
    if (time <= 0) break;
    left = left.slice(forEachWithin(Math.min(time, longest), left, timed));
    const [running] = left;
    if (running === undefined || performance.now() - started < longest / 2) continue;
    slow.push(running);
    left = left.slice(1);
  }
  return { slow, left };
}
