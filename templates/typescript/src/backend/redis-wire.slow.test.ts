import { Worker, type Job } from 'bullmq';
import { afterAll, beforeAll, describe } from 'vitest';
import { hasRedis, needsRedis, startRedis, type TestRedis } from '../bullmq/_testing/redis.js';
import { JobStoreOnBullMq } from '../bullmq/bull-mq-store.js';
import { describeWire } from './_wire-cases.js';

const policies = {
  'demo-request': { domain: '', sentBy: 'callers' },
  'strict-request': { domain: '', sentBy: 'callers' },
} as const;

describe.skipIf(!hasRedis)(`With Redis${needsRedis}`, () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis[Symbol.asyncDispose]());

  let fixtures = 0;
  describeWire('a store on BullMQ', async () => {
    const connection = { url: redis.url };
    const prefix = `fixture${String((fixtures += 1))}`;
    /** What ends the jobs that were begun, by their ids. */
    const begun = new Map<string, { readonly job: Job; readonly end: (returnvalue: unknown) => void }>();
    let onBegun = (): void => undefined;
    const worker = new Worker(
      'demo-request',
      (job) =>
        new Promise((end) => {
          begun.set(String(job.id), { job, end });
          onBegun();
        }),
      { connection, prefix, autorun: false },
    );
    let running: Promise<void> | undefined;
    return {
      openStore: () => new JobStoreOnBullMq({ connection, prefix }, policies),
      begin: (jobId) =>
        new Promise((resolve) => {
          onBegun = () => begun.has(jobId) && resolve();
          running ??= worker.run();
        }),
      async progress(jobId, progress) {
        await begun.get(jobId)?.job.updateProgress(progress);
      },
      complete: (jobId, returnvalue) =>
        new Promise((resolve) => {
          worker.once('completed', () => resolve());
          begun.get(jobId)?.end(returnvalue);
        }),
      async close() {
        for (const { end } of begun.values()) end(null);
        await worker.close();
        await running;
      },
    };
  });
});
