import type { Validate, ValidationProblem } from '../../runtime/validation.js';

/**
 * Makes one check of many. A message type that has no validator is left alone: a newer backend may know it.
 *
 * @param validators - Validators by message type.
 */
export function validateBy(
  validators: Readonly<Record<string, (payload: unknown) => readonly ValidationProblem[]>>,
): Validate {
  return (messageType, payload) =>
    Object.hasOwn(validators, messageType) ? (validators[messageType]?.(payload) ?? []) : [];
}
