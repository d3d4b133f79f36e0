import type { SchemaObject } from '../../schema/json-schema.js';

/** Numbers that are likely to fit schemas, or to show that they do not: a given one, and those at and beside each limit. */
export function numberCandidates(
  schemas: readonly SchemaObject[],
  nots: readonly SchemaObject[],
  like: number | undefined,
): readonly number[] {
  const all = [...schemas, ...nots];
  const limits = all.flatMap(({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }) =>
    [minimum, maximum, exclusiveMinimum, exclusiveMaximum].filter((limit) => limit !== undefined),
  );
  const steps = all.flatMap(({ multipleOf }) => (multipleOf === undefined ? [] : [multipleOf]));
  const product = steps.reduce((total, step) => total * step, 1);
  const near = [...(like === undefined ? [] : [like]), 1, 0, ...limits];
  const found = near.flatMap((each) => [
    each,
    ...[...steps, product].flatMap((step) => [
      Math.ceil(each / step) * step,
      Math.floor(each / step) * step,
      (Math.floor(each / step) + 1) * step,
    ]),
    each + 1,
    each - 1,
    Math.ceil(each),
    Math.floor(each),
    each + 0.5,
    each - 0.5,
    each + 0.1,
    each - 0.001,
    each + 0.001,
  ]);
  // Outside of what 32 and 64 bits hold.
  const wide = all.some(({ format }) => format !== undefined) ? [2 ** 31, -(2 ** 31) - 1, 2 ** 40] : [];
  return [...new Set([...found, ...wide, -1, 2, 3, 10, 1.5, 1000])].filter(Number.isFinite);
}
