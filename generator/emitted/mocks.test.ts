import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createScratchProject, type ScratchProject } from './scratch.js';

let projects: Readonly<Record<'module' | 'commonjs', ScratchProject>>;
beforeAll(async () => {
  const [module, commonjs] = await Promise.all([
    createScratchProject(inject('tarball'), 'module'),
    createScratchProject(inject('tarball'), 'commonjs'),
  ]);
  projects = { module, commonjs };
});
afterAll(() => Promise.all(Object.values(projects).map((each) => each[Symbol.asyncDispose]())));

/** Modules of this repository's dependencies, for a project elsewhere. */
const require = createRequire(import.meta.url);
const paths = {
  nock: JSON.stringify(require.resolve('nock')),
  msw: JSON.stringify(require.resolve('msw')),
  mswForNode: JSON.stringify(require.resolve('msw/node')),
};

const heads = {
  module: `import { WorkerClient } from '@mesh-sync/worker-backend-client';
const load = (path) => import(path);`,
  commonjs: `const { WorkerClient } = require('@mesh-sync/worker-backend-client');
const load = async (path) => require(path);`,
};

// Nothing listens there: a call that the mock does not catch is refused.
const answers = `
const baseUrl = 'http://127.0.0.1:9';
const job = { success: true, jobId: 'mocked', messageName: 'file-download-request', queue: 'q' };
const status = { jobId: 'mocked', name: 'file-download-request', queue: 'q', state: 'active', data: {}, timestamp: 1 };
`;

const mocks = {
  nock: `const module = await load(${paths.nock});
const nock = module.default ?? module;
nock(baseUrl).persist().post('/api/jobs/file-download-request').reply(201, job).get('/api/jobs/mocked').reply(200, status);`,
  msw: `const { setupServer } = await load(${paths.mswForNode});
const { http, HttpResponse } = await load(${paths.msw});
setupServer(
  http.post(baseUrl + '/api/jobs/file-download-request', () => HttpResponse.json(job, { status: 201 })),
  http.get(baseUrl + '/api/jobs/mocked', () => HttpResponse.json(status)),
).listen();`,
};

const main = (mock: string): string => `${answers}
const makeClient = () => new WorkerClient({ baseUrl, maxRetries: 0 });
const use = async (client) => {
  const { jobId } = await client.fileDownloadRequest({});
  return [jobId, (await client.getJobStatus(jobId)).state];
};
(async () => {
  const first = makeClient();
  ${mock}
  console.log(JSON.stringify([await use(first), await use(makeClient())]));
  process.exit();
})();
`;

describe.each(['module', 'commonjs'] as const)('A mock of HTTP in a %s', (kind) => {
  it.each(['nock', 'msw'] as const)('catches clients made before and after it: %s', async (mock) => {
    await projects[kind].write('main.js', heads[kind] + main(mocks[mock]));
    const caught = ['mocked', 'active'];
    expect(JSON.parse(await projects[kind].node('main.js'))).toEqual([caught, caught]);
  });
});
