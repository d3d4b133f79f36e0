/** What became of a list of changes. */
export interface Applied<State, Change> {
  readonly state: State;
  /** Those that could not be applied. */
  readonly leftOut: readonly Change[];
}

/**
 * Applies all changes at once where that works; otherwise as many as work, found by halving, so that a few that do not cost
 * a few attempts each.
 *
 * @param state - What to change; attempts leave it as it is.
 * @param changes - In the order in which they count.
 * @param attempt - Applies some of them; `undefined` where that does not work.
 */
export function applyMost<State, Change>(
  state: State,
  changes: readonly Change[],
  attempt: (state: State, changes: readonly Change[]) => State | undefined,
): Applied<State, Change> {
  if (changes.length === 0) return { state, leftOut: [] };
  const changed = attempt(state, changes);
  if (changed !== undefined) return { state: changed, leftOut: [] };
  if (changes.length === 1) return { state, leftOut: changes };
  const middle = Math.ceil(changes.length / 2);
  const first = applyMost(state, changes.slice(0, middle), attempt);
  const second = applyMost(first.state, changes.slice(middle), attempt);
  return { state: second.state, leftOut: [...first.leftOut, ...second.leftOut] };
}
