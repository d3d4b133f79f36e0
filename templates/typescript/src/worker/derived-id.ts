/**
 * The id of a job that another job sends: the same each time for the same job, message and place, so that an attempt that
 * sends it once more makes no second one.
 *
 * @param jobId - Id of the job that sends.
 * @param messageType - Type of the message that it sends.
 * @param place - Which of the messages of that type it is: `outcome`, or a key that is the same at each attempt.
 * @returns `<messageType>.<id>`, where id is a UUID of version 8 (RFC 9562) from a SHA-256 of the three.
 */
export async function derivedJobId(jobId: string, messageType: string, place: string): Promise<string> {
  return `${messageType}.${await hashedUuid(textOfId(jobId, messageType, place))}`;
}

/** A UUID of version 8 from the SHA-256 of a text. */
export async function hashedUuid(text: string): Promise<string> {
  const hash = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return uuidOf(Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join(''));
}

/** What the id of a job that another sends is a hash of. */
export const textOfId = (jobId: string, messageType: string, place: string): string =>
  JSON.stringify([jobId, messageType, place]);

/**
 * A UUID of version 8 (RFC 9562).
 *
 * @param hash - Hexadecimal digits to make it of, at least 32; version and variant take the place of six bits.
 */
export function uuidOf(hash: string): string {
  const variant = '89ab'.charAt(Number.parseInt(hash.charAt(16), 16) & 3);
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, variant + hash.slice(17, 20)];
  return `${parts.join('-')}-${hash.slice(20, 32)}`;
}
