/** A release that cannot go out, or not everywhere; the message says why, and what to do. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';
}
