import { ConfigurationError } from '../runtime/errors/configuration-error.js';

const prefix = 'whsec_';

/** Least bytes of a secret: what is shorter can be guessed, and is a mistake such as the text `null`. */
const minBytes = 16;

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/;

/**
 * The keys of signing secrets.
 *
 * @param secret - A secret, or several while one replaces another: base64, with or without `whsec_` before it.
 * @throws {@link ConfigurationError} if there is none, or one is empty, no base64 or below 16 bytes. Secrets are not quoted.
 */
export function readSecrets(secret: string | readonly string[]): Uint8Array<ArrayBuffer>[] {
  const secrets: readonly unknown[] = Array.isArray(secret) ? secret : [secret];
  if (secrets.length === 0) throw new ConfigurationError('There is no webhook secret: the list is empty.');
  return secrets.map(readSecret);
}

function readSecret(secret: unknown): Uint8Array<ArrayBuffer> {
  if (typeof secret !== 'string' || secret === '') {
    throw new ConfigurationError('A webhook secret is missing or empty: pass the text that starts with whsec_.');
  }
  const encoded = secret.startsWith(prefix) ? secret.slice(prefix.length) : secret;
  if (encoded === '') throw new ConfigurationError('A webhook secret has nothing after whsec_.');
  if (!base64.test(encoded)) throw new ConfigurationError('A webhook secret is no base64 after whsec_.');
  const key = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  if (key.length < minBytes) throw new ConfigurationError(`A webhook secret has fewer than ${minBytes} bytes.`);
  return key;
}
