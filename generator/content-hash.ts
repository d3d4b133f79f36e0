import { createHash } from 'node:crypto';

/**
 * The hash of a content, as manifests and caches hold it: the first half of SHA-256, in hexadecimal.
 *
 * @param content - Text counts as UTF-8.
 */
export function contentHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
