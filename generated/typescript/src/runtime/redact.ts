const placeholder = '[redacted]';

/**
 * Replaces every occurrence of a secret in a text.
 *
 * @param text - The text that may hold the secret.
 * @param secret - The secret; nothing is replaced where there is none.
 */
export function redactText(text: string, secret: string | undefined): string {
  return secret === undefined ? text : text.replaceAll(secret, placeholder);
}

/**
 * The error itself where it does not mention the secret, else a copy that does not. A proxy or a custom `fetch` may put
 * request headers into its messages; what it throws ends up in logs as a `cause`.
 *
 * @param error - What was thrown.
 * @param secret - The secret; nothing is replaced where there is none.
 */
export function redactError(error: unknown, secret: string | undefined): unknown {
  if (secret === undefined) return error;
  if (typeof error === 'string') return redactText(error, secret);
  if (!(error instanceof Error) || !mentions(error, secret)) return error;
  const copy = new Error(redactText(error.message, secret), { cause: redactError(error.cause, secret) });
  copy.name = error.name;
  copy.stack = redactText(error.stack ?? '', secret);
  return copy;
}

function mentions(value: unknown, secret: string, seen: Set<unknown> = new Set()): boolean {
  if (typeof value === 'string') return value.includes(secret);
  if (typeof value !== 'object' || value === null || seen.has(value)) return false;
  seen.add(value);
  return Object.getOwnPropertyNames(value).some((name) =>
    mentions(Object.getOwnPropertyDescriptor(value, name)?.value, secret, seen),
  );
}
