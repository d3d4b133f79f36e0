/** As many files as are open at once: the default limit of a process is 256 on some systems. */
const mostAtOnce = 64;

/**
 * Like `Promise.all` over a `map`, with a bounded number of calls under way. No further call starts after one has failed,
 * and all that had started have ended before the failure is told.
 *
 * @param items - In the order of the results.
 * @param work - What to do with each.
 */
export async function mapBounded<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const entries = items.entries();
  let isFailed = false;
  const runner = async (): Promise<void> => {
    for (const [index, item] of entries) {
      if (isFailed) return;
      try {
        results[index] = await work(item, index);
      } catch (error) {
        isFailed = true;
        throw error;
      }
    }
  };
  const runs = await Promise.allSettled(Array.from({ length: mostAtOnce }, runner));
  for (const run of runs) if (run.status === 'rejected') throw run.reason;
  return results;
}
