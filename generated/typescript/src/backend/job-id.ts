import { hashedUuid } from '../worker/derived-id.js';

/**
 * An id for a new job: `<messageType>.<id>`, where id is a UUID of version 7 (RFC 9562), which sorts by time.
 *
 * @param messageType - Type of its message.
 * @param now - Milliseconds since 1970-01-01T00:00:00Z.
 */
export function newJobId(messageType: string, now: number): string {
  const time = Math.max(0, Math.floor(now)).toString(16).padStart(12, '0');
  // Random is all of a version 4 but the two digits that mark version and variant, of which the second is the same.
  return `${messageType}.${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
}

/**
 * The id of the job of an idempotency key: the same in every process, so that the store itself keeps one job.
 *
 * @param messageType - Type of its message.
 * @param key - The key.
 */
export async function jobIdOfKey(messageType: string, key: string): Promise<string> {
  return `${messageType}.${await hashedUuid(JSON.stringify([messageType, key]))}`;
}
