/**
 * Names of properties, or indexes of items, that the keywords of a schema have looked at inside a value, for
 * `unevaluatedProperties` and `unevaluatedItems` (JSON Schema Core 2020-12, section 11).
 */
export type Evaluated = Set<string | number>;

/**
 * Adds what an inner schema has looked at.
 *
 * @param target - Receives it; `undefined` where nobody asks.
 * @param source - The inner schema's; `undefined` where it was not asked.
 */
export function addEvaluated(target: Evaluated | undefined, source: Evaluated | undefined): void {
  if (target !== undefined) for (const key of source ?? []) target.add(key);
}
