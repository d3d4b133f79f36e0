/** Milliseconds that a call may take, unless the configuration or the call says otherwise. */
export const defaultTimeout = 30_000;

/** The longest delay that timers hold, in milliseconds (24.8 days); longer ones fire at once. */
export const longestTimeout = 2 ** 31 - 1;

/**
 * Tells what is wrong with a timeout, or `undefined` if nothing is.
 *
 * @param timeout - Milliseconds: a number above 0 and up to {@link longestTimeout}.
 */
export function timeoutProblem(timeout: unknown): string | undefined {
  if (typeof timeout === 'number' && timeout > 0 && timeout <= longestTimeout) return undefined;
  return `timeout must be a number of milliseconds above 0 and up to ${longestTimeout}, got ${String(timeout)}.`;
}
