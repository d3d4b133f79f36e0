import { describeWire } from './_wire-cases.js';
import { MemoryStore } from './memory-store.js';

describeWire('a store in memory', async () => {
  const store = new MemoryStore();
  return {
    openStore: () => store,
    begin: (jobId) =>
      new Promise((resolve) => {
        store.work('demo-request', (job) => {
          if (job.jobId === jobId) resolve();
          return new Promise(() => undefined);
        });
      }),
    progress: (jobId, progress) => store.updateProgress(jobId, progress),
    complete: (jobId, returnvalue) => store.complete(jobId, returnvalue),
    close: () => store.close(),
  };
});
