/**
 * A new idempotency key: a random UUID (RFC 9562, version 4). Pages that are not served by HTTPS lack `crypto.randomUUID`:
 * there, the bytes are drawn and formatted here.
 */
export function newIdempotencyKey(): string {
  // Asked for rather than always replaced: platforms draw in batches, which takes a quarter of the time.
  return (crypto as Partial<Crypto>).randomUUID?.() ?? formatUuid(crypto.getRandomValues(new Uint8Array(16)));
}

function formatUuid(bytes: Uint8Array): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
