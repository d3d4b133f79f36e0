// Generated from the message catalog. Change it there.
import { definition } from './catalog.js';
import type { MessagePayloads, ReceivedPayloads } from './message-types.js';
import { SendingClient } from './runtime/client/sending-client.js';
import type { WorkerClientConfig } from './runtime/configuration.js';

/**
 * Enqueues jobs and asks how they are doing, with the same care as `WorkerClient`, but without a method for each message:
 * for bundles in which every byte counts.
 */
export class JobSender extends SendingClient<MessagePayloads, ReceivedPayloads> {
  /**
   * @param config - How to reach the backend. What it leaves out comes from the environment variables
   * `WORKER_BACKEND_URL` and `WORKER_BACKEND_API_KEY`, then from defaults.
   * @throws {@link ConfigurationError} if there is no usable base URL, or another part cannot work.
   */
  constructor(config: WorkerClientConfig = {}) {
    super(config, definition);
  }
}
