// Generated from the message catalog. Change it there.
import { product } from './catalog.js';
import { WorkerClient as PortableWorkerClient } from './client.js';
import { JobSender as PortableJobSender } from './job-sender.js';
import type { ResolvedConfiguration } from './runtime/configuration.js';
import { failureOf } from './runtime/transport/failure-codes.js';
import { createFetchTransport } from './runtime/transport/fetch-transport.js';
import { createNodeTransport } from './runtime/transport/node-transport.js';
import { serverHeaders } from './runtime/transport/server-headers.js';
import type { Transport } from './runtime/transport/transport.js';

export * from './index.js';

/** The {@link PortableWorkerClient} of Node: on `node:http` and `node:https`, unless the configuration brings a `fetch`. */
export class WorkerClient extends PortableWorkerClient {
  protected override createTransport(configuration: ResolvedConfiguration): Transport {
    return transportOf(configuration);
  }

  protected override platformHeaders(): Readonly<Record<string, string>> {
    return serverHeaders(product);
  }
}

/** The {@link PortableJobSender} of Node: on `node:http` and `node:https`, unless the configuration brings a `fetch`. */
export class JobSender extends PortableJobSender {
  protected override createTransport(configuration: ResolvedConfiguration): Transport {
    return transportOf(configuration);
  }

  protected override platformHeaders(): Readonly<Record<string, string>> {
    return serverHeaders(product);
  }
}

function transportOf(configuration: ResolvedConfiguration): Transport {
  const { fetch, maxResponseBytes } = configuration;
  return fetch ? createFetchTransport(fetch, maxResponseBytes, failureOf) : createNodeTransport(configuration);
}
