/** Common multiples that have more digits are not worked out: what is found so far is one of some of the numbers. */
const mostDigits = 40;

/** The least number that several are divisors of. */
export interface CommonMultiple {
  readonly value: number;
  /** All of the numbers are multiples of this power of ten: multiples that differ at all differ by as much. */
  readonly unit: number;
}

/**
 * The least common multiple of decimal fractions: of 0.3 and 0.2 it is 0.6.
 *
 * @param numbers - Numbers above 0.
 * @returns `undefined` where they have too many digits, or it is beyond doubles; a divisor of it where it has too many itself.
 */
export function commonMultiple(numbers: readonly number[]): CommonMultiple | undefined {
  const decimals = numbers.map(decimalOf);
  const places = Math.max(...decimals.map((decimal) => decimal.places));
  if (decimals.some((decimal) => places - decimal.places > mostDigits)) return undefined;
  let common = 1n;
  for (const decimal of decimals) {
    const next = decimal.digits * 10n ** BigInt(places - decimal.places);
    const multiple = (common / commonDivisor(common, next)) * next;
    if (multiple >= 10n ** BigInt(mostDigits)) break;
    common = multiple;
  }
  // Read rather than divided, so that it is rounded once.
  const value = Number(`${common}e${-places}`);
  return Number.isFinite(value) ? { value, unit: Number(`1e${-places}`) } : undefined;
}

/** A number as an integer, and how many of its digits stand behind the point; below 0, so many zeros are left out. */
function decimalOf(number: number): { digits: bigint; places: number } {
  const [mantissa = '', exponent = '0'] = String(number).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), places: fraction.length - Number(exponent) };
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}
