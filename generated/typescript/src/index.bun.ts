// Generated from the message catalog. Change it there.
import { product } from './catalog.js';
import { WorkerClient as PortableWorkerClient } from './client.js';
import { JobSender as PortableJobSender } from './job-sender.js';
import type { ResolvedConfiguration } from './runtime/configuration.js';
import { failureOf } from './runtime/transport/failure-codes.js';
import { platformFetch } from './runtime/transport/fetch.js';
import { createFetchTransport } from './runtime/transport/fetch-transport.js';
import { serverHeaders } from './runtime/transport/server-headers.js';
import type { Transport } from './runtime/transport/transport.js';

export * from './index.js';

/** The {@link PortableWorkerClient} of Bun, whose `fetch` says by a code what went wrong: whether anything was sent, too. */
export class WorkerClient extends PortableWorkerClient {
  protected override createTransport({ fetch = platformFetch, maxResponseBytes }: ResolvedConfiguration): Transport {
    return createFetchTransport(fetch, maxResponseBytes, failureOf);
  }

  protected override platformHeaders(): Readonly<Record<string, string>> {
    return serverHeaders(product);
  }
}

/** The {@link PortableJobSender} of Bun, whose `fetch` says by a code what went wrong: whether anything was sent, too. */
export class JobSender extends PortableJobSender {
  protected override createTransport({ fetch = platformFetch, maxResponseBytes }: ResolvedConfiguration): Transport {
    return createFetchTransport(fetch, maxResponseBytes, failureOf);
  }

  protected override platformHeaders(): Readonly<Record<string, string>> {
    return serverHeaders(product);
  }
}
