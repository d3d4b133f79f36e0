import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createScratchProject, strictest, type ScratchProject } from './scratch.js';

let esm: ScratchProject;
let commonjs: ScratchProject;
beforeAll(async () => {
  [esm, commonjs] = await Promise.all([
    createScratchProject(inject('tarball'), 'module'),
    createScratchProject(inject('tarball'), 'commonjs'),
  ]);
});
afterAll(() => Promise.all([esm, commonjs].map((each) => each[Symbol.asyncDispose]())));

const body = `
  const backend = await startWorkerBackend({ apiKey: 'key' });
  const client = new WorkerClient({ baseUrl: backend.url, apiKey: 'key' });
  backend.handle('file-download-request', async ({ modelId }, job) => {
    await job.progress(50);
    return { modelId, status: 'SUCCESS' };
  });
  const { jobId } = await client.fileDownloadRequest({ modelId: 'm1' });
  await backend.finished(jobId);
  const { state, returnvalue, progress } = await client.getJobStatus(jobId);
  console.log(JSON.stringify({ state, returnvalue, progress, stored: backend.stored.length }));
  await backend.close();
`;
const names = '{ startWorkerBackend }';
const wanted = {
  state: 'completed',
  returnvalue: { modelId: 'm1', status: 'SUCCESS' },
  progress: 50,
  stored: 1,
};

describe('The testing entry', () => {
  it('is imported by an ES module, and leaves the process free to end', async () => {
    await esm.write(
      'main.js',
      `import { WorkerClient } from '@mesh-sync/worker-backend-client';
import ${names} from '@mesh-sync/worker-backend-client/testing';${body}`,
    );
    expect(JSON.parse(await esm.node('main.js'))).toEqual(wanted);
  });

  it('is required by a CommonJS module', async () => {
    await commonjs.write(
      'main.js',
      `const { WorkerClient } = require('@mesh-sync/worker-backend-client');
const ${names} = require('@mesh-sync/worker-backend-client/testing');
(async () => {${body}})();`,
    );
    expect(JSON.parse(await commonjs.node('main.js'))).toEqual(wanted);
  });

  it('types handlers by the payload and the outcome of their message', async () => {
    await esm.write(
      'main.ts',
      `import { WorkerClient } from '@mesh-sync/worker-backend-client';
import { createManualClock, startWorkerBackend, type Fault, type WorkerBackend } from '@mesh-sync/worker-backend-client/testing';
export const fault: Fault = { kind: 'stall', at: 'body' };
export async function main(): Promise<WorkerBackend> {${body}
  await using other = await startWorkerBackend({ clock: createManualClock(), faults: () => fault });
  await other.complete<'file-download-request'>('1', { modelId: 'm1' });
  // A message without an outcome returns anything.
  other.handle('backend-logging-event', () => 5);
  // @ts-expect-error There is no such message.
  other.handle('file-download', () => undefined);
  // @ts-expect-error The payload has no field of this name.
  other.handle('file-download-request', ({ modelID }) => ({ modelId: String(modelID) }));
  // @ts-expect-error The outcome is an object.
  other.handle('file-download-request', () => 'done');
  // @ts-expect-error There is no such fault.
  other.inject({ kind: 'explosion' });
  return backend;
}
`,
    );
    expect(await esm.typeCheck(strictest)).toBe('');
  });

  it('goes with a client type that a test double needs no cast for', async () => {
    await esm.write(
      'main.ts',
      `import { WorkerClient, type WorkerClientLike } from '@mesh-sync/worker-backend-client';
export const real: WorkerClientLike = new WorkerClient({ baseUrl: 'http://localhost:1' });
export const double: WorkerClientLike = {
  ...real,
  fileDownloadRequest: async () => ({ success: true, jobId: '1', messageName: 'file-download-request', queue: 'q' }),
};
export const enqueue = (client: Pick<WorkerClientLike, 'fileDownloadRequest'>) => client.fileDownloadRequest({});
void enqueue({ fileDownloadRequest: async (data) => ({ success: true, jobId: String(data.modelId), messageName: 'file-download-request', queue: 'q' }) });
// @ts-expect-error A message is missing.
export const incomplete: WorkerClientLike = { sendToQueue: real.sendToQueue };
`,
    );
    expect(await esm.typeCheck(strictest)).toBe('');
  });
});
