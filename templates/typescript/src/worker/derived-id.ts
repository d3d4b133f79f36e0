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
  return uuidOf(new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

/** What the id of a job that another sends is a hash of. */
export const textOfId = (jobId: string, messageType: string, place: string): string =>
  JSON.stringify([jobId, messageType, place]);

/**
 * A UUID of version 8 (RFC 9562).
 *
 * @param hash - Bytes to make it of, at least 16.
 */
export function uuidOf(hash: Uint8Array): string {
  const bytes = hash.slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
