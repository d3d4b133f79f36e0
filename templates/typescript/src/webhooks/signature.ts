/** What a signature covers. */
export interface SignedContent {
  /** The webhook's id. */
  readonly id: string;
  /** When it was sent, in seconds since 1970-01-01T00:00:00Z. */
  readonly timestamp: number;
  /** The body, byte by byte as it is sent. */
  readonly body: Uint8Array;
}

const version = 'v1,';

/**
 * Signs a webhook: HMAC-SHA256 over `id.timestamp.body` (Standard Webhooks, "Signature scheme").
 *
 * @param content - What to sign.
 * @param key - The secret's bytes.
 * @returns `v1,` and the signature in base64.
 */
export async function sign(content: SignedContent, key: Uint8Array<ArrayBuffer>): Promise<string> {
  const { subtle } = globalThis.crypto;
  const hmacKey = await subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const head = new TextEncoder().encode(`${content.id}.${content.timestamp}.`);
  const bytes = new Uint8Array(head.length + content.body.length);
  bytes.set(head);
  bytes.set(content.body, head.length);
  const mac = new Uint8Array(await subtle.sign('HMAC', hmacKey, bytes));
  return version + btoa(String.fromCharCode(...mac));
}

/**
 * Whether one of the signatures of a header was made with one of the keys. All are compared, each in a time that does
 * not depend on where it differs.
 *
 * @param header - Signatures with a space between them, as `webhook-signature` holds them; versions that are not known are
 * passed over.
 * @param content - What was signed.
 * @param keys - The secrets' bytes.
 */
export async function isSigned(
  header: string,
  content: SignedContent,
  keys: readonly Uint8Array<ArrayBuffer>[],
): Promise<boolean> {
  const expected = await Promise.all(keys.map((key) => sign(content, key)));
  let isMatch = false;
  for (const candidate of header.split(' ')) {
    for (const signature of expected) isMatch = isEqual(candidate, signature) || isMatch;
  }
  return isMatch;
}

/**
 * The versions by which a webhook is signed where none is one that this package knows.
 *
 * @param header - Signatures with a space between them.
 */
export function otherVersions(header: string): string[] {
  const versions = header.split(' ').flatMap((signature) => /^(v\w{1,10}),/.exec(signature)?.[1] ?? []);
  return versions.includes('v1') ? [] : [...new Set(versions)];
}

/** Compares texts of the same length without stopping at the first difference. */
function isEqual(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let index = 0; index < a.length; index += 1) difference |= a.charCodeAt(index) ^ b.charCodeAt(index);
  return difference === 0;
}
