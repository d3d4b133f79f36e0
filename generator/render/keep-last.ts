/**
 * Keeps what was made last: templates ask for one message after the other, and for several parts of each. Kept for all of
 * them, that would be most of the memory of a run.
 */
export function keepLast<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
