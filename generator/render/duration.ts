/** Milliseconds in a unit of time, from the shortest. */
export const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** A duration of the catalog, a number and its unit such as `2s`, in milliseconds. */
export function milliseconds(text: string): number {
  const [, amount = '0', unit = 'ms'] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text) ?? [];
  return Math.round(Number(amount) * (units[unit] ?? 1));
}
