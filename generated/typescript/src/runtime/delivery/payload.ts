import { InvalidArgumentError } from '../errors/index.js';
import { reasonOf } from './reason.js';

/**
 * Writes a payload as JSON.
 *
 * @param messageType - Carried by the error.
 * @param payload - The message's payload.
 * @throws {@link InvalidArgumentError} if it has no JSON form: `undefined`, a function, a BigInt, a circle.
 */
export function serializePayload(messageType: string, payload: unknown): string {
  let why = `it is ${typeof payload}`;
  let cause: unknown;
  try {
    const text = JSON.stringify(payload) as string | undefined;
    if (text !== undefined) return text;
  } catch (error) {
    why = reasonOf(error);
    cause = error;
  }
  throw new InvalidArgumentError(`The payload cannot be written as JSON: ${why}.`, { messageType, cause });
}
