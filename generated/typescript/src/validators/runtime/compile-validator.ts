import type { ValidationProblem } from '../../runtime/validation.js';
import { compileSchema } from './compile.js';
import { type Check, NestingError, Run } from './run.js';
import type { Schema } from './schema.js';

/** Checks payloads of one message. */
export interface Validator<Payload> {
  /**
   * Checks a payload.
   *
   * @param payload - Any value.
   * @returns The first hundred problems; none where the payload fits.
   */
  (payload: unknown): readonly ValidationProblem[];
  /**
   * Whether a value fits, and narrows its type. Faster than finding every problem.
   *
   * @param value - Any value.
   */
  readonly accepts: (value: unknown) => value is Payload;
}

/**
 * Makes the validator of a schema; `Payload` is the type of what it accepts. The schema is compiled at the first use; an unused validator costs nothing but its data.
 *
 * @param schema - The schema.
 */
export function compileValidator<Payload>(schema: Schema): Validator<Payload> {
  let check: Check | undefined;
  const run = (value: unknown, isSilent: boolean): { fits: boolean; problems: readonly ValidationProblem[] } => {
    const state = new Run(isSilent);
    try {
      check ??= compileSchema(schema);
      return { fits: check(value, state, undefined), problems: state.problems };
    } catch (error) {
      if (!(error instanceof NestingError)) throw error;
      return { fits: false, problems: [{ pointer: error.message, message: 'Is nested too deeply to be checked.' }] };
    }
  };
  return Object.assign(
    (payload: unknown) => run(payload, false).problems.map(({ pointer, message }) => ({ pointer, message })),
    {
      accepts: (value: unknown): value is Payload => run(value, true).fits,
    },
  );
}
