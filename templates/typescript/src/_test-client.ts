import { WaitingClient } from './runtime/client/waiting-client.js';
import type { ResolvedConfiguration, WorkerClientConfig } from './runtime/configuration.js';
import { failureOf } from './runtime/transport/failure-codes.js';
import { platformFetch } from './runtime/transport/fetch.js';
import { createFetchTransport } from './runtime/transport/fetch-transport.js';
import { createNodeTransport } from './runtime/transport/node-transport.js';
import type { Transport } from './runtime/transport/transport.js';

type AnyPayloads = Record<string, unknown>;

const definition = {
  environment: { baseUrl: 'TEST_BASE_URL', apiKey: 'TEST_API_KEY' },
  secretFields: ['accessToken'],
  outcomes: { 'demo-request': 'demo-completed' },
};

/** A client of no catalog in particular, on a `fetch` that tells failures apart by codes. */
export class FetchClient extends WaitingClient<AnyPayloads, AnyPayloads, { 'demo-request': 'demo-completed' }> {
  constructor(config: WorkerClientConfig) {
    super(config, definition);
  }

  protected override createTransport({ fetch = platformFetch, maxResponseBytes }: ResolvedConfiguration): Transport {
    return createFetchTransport(fetch, maxResponseBytes, failureOf);
  }
}

/** The same on `node:http`, as the `node` export condition picks it. */
export class NodeClient extends FetchClient {
  protected override createTransport(configuration: ResolvedConfiguration): Transport {
    return createNodeTransport(configuration);
  }
}

/** Both, by the names of their transports. */
export const clientsByTransport = [
  { transport: 'fetch', Client: FetchClient },
  { transport: 'node:http', Client: NodeClient },
] as const;
