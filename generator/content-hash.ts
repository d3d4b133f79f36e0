import { createHash } from 'node:crypto';

/** The hash of a content, text as UTF-8, as manifests and caches hold it: the first half of SHA-256, in hexadecimal. */
export function contentHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
