import { mustBe } from '../runtime/must-be.js';
import type { ValidationProblem } from '../runtime/validation.js';

/** Marks the errors of every copy of the package: the ES module and the CommonJS one are two. */
const brand = Symbol.for('worker-job-error');

/**
 * What a handler throws where it failed and knows why. A code in the `neverOn` of the message's `retry` ends the job at once;
 * after any other the job is attempted again while attempts are left, as after any other error.
 */
export class JobError extends Error {
  /** The same in every copy of the package. */
  static override [Symbol.hasInstance](this: { readonly prototype: object }, value: unknown): boolean {
    if (this === JobError && typeof value === 'object' && value !== null && brand in value) return true;
    return Object.prototype.isPrototypeOf.call(this.prototype, value as object);
  }

  override readonly name: string = 'JobError';
  /** Code of what went wrong, such as `FILE_NOT_FOUND`. */
  readonly code: string;

  /**
   * @param code - Code of what went wrong. The reason that callers see is `<code>: <message>`.
   * @param message - What went wrong, in words for people.
   * @param options - `cause`: the error behind it.
   * @throws TypeError if the code is empty, or no text.
   */
  constructor(code: string, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    if (typeof code !== 'string' || code.trim() === '')
      throw new TypeError(mustBe('code', 'a text such as FILE_NOT_FOUND', code));
    this.code = code;
    Object.defineProperty(this, brand, { value: true });
  }
}

/**
 * What a handler wanted to send does not fit its message: its outcome, or what it gave to `emit`. A mistake in the handler,
 * which a further attempt would repeat: it ends the job at once.
 */
export class InvalidMessageError extends JobError {
  override readonly name = 'InvalidMessageError';
  /** Every problem, by JSON pointer and sentence. */
  readonly problems: readonly ValidationProblem[];

  /**
   * @param message - What does not fit.
   * @param problems - What is wrong with it.
   */
  constructor(message: string, problems: readonly ValidationProblem[]) {
    super('INVALID_MESSAGE', message);
    this.problems = problems;
  }
}
