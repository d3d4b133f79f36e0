import { createContext, Script } from 'node:vm';

/** Work took longer than it may. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
}

const sandbox: { work: () => unknown } = { work: () => undefined };
let context: object | undefined;
let script: Script | undefined;

/**
 * Runs work that could take without end. Node can stop what runs only from outside, in a script with a time limit, which
 * ends whatever the script calls, too; no `catch` or `finally` in it runs then, so what the work has changed is to be
 * given up.
 *
 * @param work - What to run; it may limit parts of itself further.
 * @param longest - Milliseconds that it may take.
 * @returns What the work returns.
 * @throws {@link TimeLimitError} if it takes longer, and whatever the work throws.
 */
export function withinTime<Result>(work: () => Result, longest: number): Result {
  context ??= createContext(sandbox);
  script ??= new Script('work()');
  sandbox.work = work;
  try {
    return script.runInContext(context, { timeout: longest }) as Result;
  } catch (error) {
    if (isTimeout(error)) throw new TimeLimitError(`This takes over ${longest} ms.`);
    throw error;
  }
}

/**
 * Calls a function with each item, as long as time allows.
 *
 * @param longest - Milliseconds that it may take in all, rounded up.
 * @param items - The items.
 * @param call - What to do with each; the one that is interrupted is given up.
 * @returns How many calls have ended.
 */
export function forEachWithin<Item>(longest: number, items: readonly Item[], call: (item: Item) => unknown): number {
  let ended = 0;
  try {
    withinTime(() => {
      for (const item of items) {
        call(item);
        ended += 1;
      }
    }, Math.ceil(longest));
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
  }
  return ended;
}

function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
