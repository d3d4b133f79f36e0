import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createScratchProject, type ScratchProject } from './scratch.js';

let project: ScratchProject;
beforeAll(async () => {
  project = await createScratchProject(inject('tarball'), 'module');
});
afterAll(() => project[Symbol.asyncDispose]());

// Nothing listens on a port that was free a moment ago. The count tells whether fetch was used.
const main = `
import { createServer } from 'node:net';
import { JobSender, WorkerClient } from '@mesh-sync/worker-backend-client';
const port = await new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});
let calls = 0;
const platformFetch = globalThis.fetch;
const counting = (...given) => {
  calls += 1;
  return platformFetch(...given);
};
globalThis.fetch = counting;
const seen = [];
for (const Client of [WorkerClient, JobSender])
  for (const fetch of [undefined, counting]) {
    calls = 0;
    const client = new Client({ baseUrl: 'http://127.0.0.1:' + port, maxRetries: 1, retryDelay: 1, fetch });
    const { name, attempts } = await client.sendToQueue('file-download-request', {}).catch((error) => error);
    seen.push([name, attempts, calls]);
  }
console.log(JSON.stringify(seen));
`;

describe('A refused connection', () => {
  it.each([
    // node:http, unless a fetch is given; both tell that nothing was sent.
    { condition: 'node', own: ['ConnectionError', 2, 0], given: ['ConnectionError', 2, 2] },
    { condition: 'bun', own: ['ConnectionError', 2, 2], given: ['ConnectionError', 2, 2] },
    { condition: 'deno', own: ['ConnectionError', 2, 2], given: ['ConnectionError', 2, 2] },
  ])('under the condition $condition is met as $own', async ({ condition, own, given }) => {
    await project.write('main.js', main);
    const output = await project.node('main.js', { NODE_OPTIONS: `--conditions=${condition}` });
    expect(JSON.parse(output)).toEqual([own, given, own, given]);
  });
});
