import type { ResolvedConfiguration, WorkerClientConfig } from '../configuration.js';
import { ManualClock } from '../time/_manual-clock.js';
import { failureOf } from '../transport/failure-codes.js';
import { platformFetch } from '../transport/fetch.js';
import { createFetchTransport } from '../transport/fetch-transport.js';
import type { Transport } from '../transport/transport.js';
import { scriptedFetch, type ScriptedFetch, type Step } from '../transport/_scripted-fetch.js';
import { WaitingClient } from './waiting-client.js';

/** What the messages of the test package carry. */
export interface Payloads {
  resize: { image: string; token?: string | undefined };
  notify: { text: string };
}

/** What the messages of the test package look like to a reader. */
export interface Received extends Payloads {
  resized: { width: number };
}

/** Which message reports the end of a job. */
interface Outcomes {
  resize: 'resized';
}

/** A client of the test package, on a `fetch` that tells failures apart by codes. */
export class TestClient extends WaitingClient<Payloads, Received, Outcomes> {
  protected override createTransport({ fetch = platformFetch, maxResponseBytes }: ResolvedConfiguration): Transport {
    return createFetchTransport(fetch, maxResponseBytes, failureOf);
  }
}

/** A key that no text holds by chance. */
export const apiKey = 'k3y-of-the-client';

/** What the test package knows of its catalog. */
export const definition = {
  environment: { baseUrl: 'RUNTIME_TEST_URL', apiKey: 'RUNTIME_TEST_KEY' },
  secretFields: ['token'],
  outcomes: { resize: 'resized' },
};

/**
 * A client whose time is manual, whose delays are not spread, and whose backend does as it is told.
 *
 * @param steps - What the backend does with each request.
 * @param config - What else the client is configured with.
 * @param capabilities - What the backend does where it is asked what it can do. Default: it knows no such question.
 */
export function createTestClient(
  steps: readonly Step[],
  config: WorkerClientConfig = {},
  capabilities?: readonly Step[],
): ScriptedFetch & { client: TestClient; clock: ManualClock } {
  const clock = new ManualClock();
  const scripted = scriptedFetch(steps, capabilities);
  const { fetch } = scripted;
  const client = new TestClient(
    { baseUrl: 'http://backend.test', apiKey, fetch, clock, random: () => 1, ...config },
    definition,
  );
  return { ...scripted, client, clock };
}

/**
 * Keeps what came of a promise, so that its rejection is never unheard while a test moves time.
 *
 * @param promise - The promise.
 * @returns What it was rejected with, or resolved with.
 */
export function outcomeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.catch((error: unknown) => error);
}
