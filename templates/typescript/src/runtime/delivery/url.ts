import { InvalidArgumentError } from '../errors/index.js';
import { mustBe } from '../must-be.js';

/**
 * Encodes one path segment, so that no value of it can name another route (RFC 3986, sections 3.3 and 5.2.4).
 *
 * @param value - The raw segment.
 * @param meaning - What it is, for the error message, such as `job id`.
 * @throws {@link InvalidArgumentError} if it is no string, empty, `.` or `..`, or not well-formed Unicode.
 */
export function pathSegment(value: string, meaning: string): string {
  try {
    if (typeof value === 'string' && !/^\.{0,2}$/.test(value)) return encodeURIComponent(value);
  } catch {
    // It holds a lone surrogate.
  }
  throw new InvalidArgumentError(
    mustBe(`The ${meaning}`, 'a string other than "", "." and "..", without lone surrogates', value),
  );
}
