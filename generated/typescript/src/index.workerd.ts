// Generated from the message catalog. Change it there.
import { product } from './catalog.js';
import { WorkerClient as PortableWorkerClient } from './client.js';
import { JobSender as PortableJobSender } from './job-sender.js';

export * from './index.js';

/** The {@link PortableWorkerClient} of workerd, whose `fetch` sends no `User-Agent` by itself: firewalls refuse such requests. */
export class WorkerClient extends PortableWorkerClient {
  protected override platformHeaders(): Readonly<Record<string, string>> {
    return { 'user-agent': `${product} workerd` };
  }
}

/** The {@link PortableJobSender} of workerd, whose `fetch` sends no `User-Agent` by itself: firewalls refuse such requests. */
export class JobSender extends PortableJobSender {
  protected override platformHeaders(): Readonly<Record<string, string>> {
    return { 'user-agent': `${product} workerd` };
  }
}
