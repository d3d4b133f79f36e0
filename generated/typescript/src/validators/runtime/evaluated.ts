/**
 * What the keywords of a schema have looked at inside a value, for `unevaluatedProperties` and `unevaluatedItems`
 * (JSON Schema Core 2020-12, section 11).
 */
export interface Evaluated {
  /** Names of properties. */
  readonly names: Set<string>;
  /** Indexes of items. */
  readonly indexes: Set<number>;
}

/** Nothing was looked at yet. */
export function noneEvaluated(): Evaluated {
  return { names: new Set(), indexes: new Set() };
}

/**
 * Adds what an inner schema has looked at.
 *
 * @param target - Receives it; `undefined` where nobody asks.
 * @param source - The inner schema's; `undefined` where it was not asked.
 */
export function addEvaluated(target: Evaluated | undefined, source: Evaluated | undefined): void {
  if (target === undefined || source === undefined) return;
  for (const name of source.names) target.names.add(name);
  for (const index of source.indexes) target.indexes.add(index);
}
