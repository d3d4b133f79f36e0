import { Backend } from './backend.js';
import type { BackendCatalog, BackendOptions } from './backend-options.js';

/** A backend that knows no message, and takes any. */
export type AnyBackend = Backend<Record<string, unknown>, Record<never, never>>;

/**
 * Starts a backend on a free port of loopback.
 *
 * @param options - How it behaves.
 * @param catalog - What it knows of the messages. Default: nothing, so that it takes any.
 * @throws RangeError if an option makes no sense.
 */
export async function startBackend<
  Payloads extends object = Record<string, unknown>,
  Outcomes extends object = Record<never, never>,
  Emits extends object = Record<never, never>,
>(options: BackendOptions = {}, catalog: BackendCatalog = {}): Promise<Backend<Payloads, Outcomes, Emits>> {
  const backend = new Backend<Payloads, Outcomes, Emits>(options, catalog);
  await backend.restart();
  return backend;
}
