import { InvalidArgumentError, type WorkerClientErrorDetails } from '../errors/index.js';
import { reasonOf } from './reason.js';

/**
 * Writes a payload as JSON.
 *
 * @param payload - The message's payload.
 * @param details - Carried by the error.
 * @throws {@link InvalidArgumentError} if it has no JSON form: `undefined`, a function, a BigInt, a circle.
 */
export function serializePayload(payload: unknown, details: WorkerClientErrorDetails): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(payload);
  } catch (error) {
    throw new InvalidArgumentError(`The payload cannot be written as JSON: ${reasonOf(error)}`, {
      ...details,
      cause: error,
    });
  }
  if (text === undefined) {
    throw new InvalidArgumentError(`The payload cannot be written as JSON: it is ${typeof payload}.`, details);
  }
  return text;
}
