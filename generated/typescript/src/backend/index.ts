// Generated from the message catalog. Change it there.
import { product } from '../catalog.js';
import { messagePolicies } from '../message-policies.js';
import { MessageTypes } from '../message-types.js';
import { validateMessage } from '../message-validators.js';
import { createBackendOf, type Backend, type BackendCatalog, type CreateBackendOptions } from './create-backend.js';
import { MemoryStore as AnyMemoryStore, type MemoryStoreOptions } from './memory-store.js';

export type { Backend, CreateBackendOptions } from './create-backend.js';
export type { AddOptions, Cancellation, JobStore, Kept, Retention, StoredJob } from './job-store.js';
export type { MemoryStoreOptions } from './memory-store.js';
export type { BackendServer, ListenOptions } from './node-server.js';
export type { Ending, Failure, JobEvent, Processor, ProcessorContext } from './processor.js';

const catalog: BackendCatalog = {
  // The product is the name of this package, and its version behind the last slash.
  version: product.replace(/^.*\//, ''),
  messageTypes: MessageTypes,
  validate: validateMessage,
};

/**
 * Makes a worker backend: the HTTP interface that clients of this package speak, in front of a store of jobs.
 *
 * @param options - How it is made; `store` is required.
 * @throws RangeError if an option makes no sense.
 */
export function createBackend(options: CreateBackendOptions): Backend {
  return createBackendOf(options, catalog);
}

/** Keeps jobs in memory, for tests and for trying things out; they end with the process. */
export class MemoryStore extends AnyMemoryStore {
  /** @param options - How it behaves; by default its jobs are attempted as the catalog says. */
  constructor(options: MemoryStoreOptions = {}) {
    super({ policies: messagePolicies, ...options });
  }
}
