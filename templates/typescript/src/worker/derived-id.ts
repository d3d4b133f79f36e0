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
  return `${messageType}.${await uuidOf(JSON.stringify([jobId, messageType, place]))}`;
}

/**
 * A UUID of version 8 (RFC 9562) from the SHA-256 of a text.
 *
 * @param text - Any text.
 */
export async function uuidOf(text: string): Promise<string> {
  const hash = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const digits = Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
