/**
 * A new idempotency key: a random UUID (RFC 9562, version 4). Pages that are not served by HTTPS lack `crypto.randomUUID`:
 * there, its digits are drawn here.
 */
export function newIdempotencyKey(): string {
  // Asked for rather than always replaced: platforms draw in batches, which takes a quarter of the time.
  return (
    (crypto as Partial<Crypto>).randomUUID?.() ?? '00000000-0000-4000-8000-000000000000'.replace(/[08]/g, randomDigit)
  );
}

/** A hexadecimal digit: any for 0; for 8, one from 8 to b, which marks the variant. */
function randomDigit(digit: string): string {
  const [random = 0] = crypto.getRandomValues(new Uint8Array(1));
  return (digit === '8' ? 8 + (random % 4) : random % 16).toString(16);
}
