import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Queue, Worker } from 'bullmq';

/** Message whose jobs are carried out. */
export const request = 'file-download-request';
const outcome = 'file-download-completed';

/** How many jobs run at once. */
const concurrency = 10;

/** Carries jobs out until it is closed. */
interface Running {
  close(): Promise<unknown>;
}

/** Starts to carry jobs out; what it is given is called for each job. */
export type StartWorker = (url: string, packageFolder: string, done: () => void) => Promise<Running>;

interface WorkerPackage {
  startWorkers(options: object): Promise<Running>;
}

const outcomeOf = (payload: unknown, id: string | undefined): object => ({
  originalJobId: id,
  modelId: (payload as { readonly modelId: string }).modelId,
  status: 'SUCCESS',
});

/** BullMQ alone, with what is done by hand when a job has been carried out. */
const byHand =
  (finish: (queue: Queue, outcome: object) => Promise<unknown>): StartWorker =>
  async (url, _, done) => {
    const queue = new Queue(outcome, { connection: { url } });
    const worker = new Worker(
      request,
      async ({ data, id }) => {
        const result = outcomeOf(data, id);
        await finish(queue, result);
        done();
        return result;
      },
      { connection: { url }, concurrency, removeOnComplete: { age: 86_400, count: 10_000 } },
    );
    return { close: async () => [await worker.close(), await queue.close()] };
  };

/** The generated package. */
const generated =
  (options: object): StartWorker =>
  async (url, packageFolder, done) => {
    const { href } = pathToFileURL(join(packageFolder, 'dist/esm/bullmq/index.js'));
    const { startWorkers } = (await import(href)) as WorkerPackage;
    const handler = async (payload: unknown, { id }: { id: string }): Promise<object> => {
      done();
      return outcomeOf(payload, id);
    };
    const handlers = { [request]: handler };
    return startWorkers({ connection: { url }, handlers, concurrency, webhooks: false, ...options });
  };

/** What is measured, by name. */
export const contenders: Readonly<Record<string, StartWorker>> = {
  BullMQ: byHand(async () => undefined),
  'BullMQ, outcome sent by hand': byHand((queue, data) => queue.add(outcome, data)),
  'startWorkers, no outcome sent': generated({ outcomeMessages: false }),
  startWorkers: generated({}),
};
