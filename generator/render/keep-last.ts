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

/** Views with parts that take time or room: made where a template asks for one, and kept for the last subject alone. */
export function viewsWithParts<Subject, View extends object, Parts extends object>(
  subjects: readonly Subject[],
  viewOf: (subject: Subject) => View,
  makers: { readonly [Name in keyof Parts]: (subject: Subject) => Parts[Name] },
): (View & Readonly<Parts>)[] {
  const kept = Object.entries<(subject: Subject) => unknown>(makers).map(
    ([name, make]) => [name, keepLast(make)] as const,
  );
  return subjects.map((subject) => {
    const view = viewOf(subject);
    for (const [name, make] of kept)
      Object.defineProperty(view, name, { get: () => make(subject), enumerable: true, configurable: true });
    return view as View & Parts;
  });
}
