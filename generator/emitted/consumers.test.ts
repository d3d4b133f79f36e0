import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBackend, type AnyBackend } from '../../templates/typescript/src/testing/start-backend.js';
import { createScratchProject, strictest, type ScratchProject } from './scratch.js';

const body = `
  const client = new WorkerClient({ baseUrl: process.env['BACKEND'] });
  const job = await client.fileDownloadRequest({ modelId: 'm1', storageLocation: { storageConnectionId: 'c1', path: '/a.stl' } });
  const status = await client.getJobStatus(job.jobId);
  console.log(JSON.stringify({ job, state: status.state, type: MessageTypes.FILE_DOWNLOAD_REQUEST }));
`;

const imports = `import { MessageTypes, WorkerClient } from '@mesh-sync/worker-backend-client';\n`;
const requires = `const { MessageTypes, WorkerClient } = require('@mesh-sync/worker-backend-client');\n`;

let backend: AnyBackend;
let esm: ScratchProject;
let commonjs: ScratchProject;

beforeAll(async () => {
  [backend, esm, commonjs] = await Promise.all([
    startBackend(),
    createScratchProject(inject('tarball'), 'module'),
    createScratchProject(inject('tarball'), 'commonjs'),
  ]);
});
afterAll(() => Promise.all([backend, esm, commonjs].map((each) => each[Symbol.asyncDispose]())));

const expected = (output: string): void => {
  const { job, state, type } = JSON.parse(output) as { job: Record<string, unknown>; state: string; type: string };
  expect(job).toMatchObject({
    success: true,
    messageName: 'file-download-request',
    queue: 'file-download-request',
  });
  expect(state).toBe('waiting');
  expect(type).toBe('file-download-request');
};

describe('The packed package', () => {
  it('is imported by an ES module', async () => {
    await esm.write('main.js', imports + body);
    expected(await esm.node('main.js', { BACKEND: backend.url }));
  });

  it('is required by a CommonJS module', async () => {
    await commonjs.write('main.js', `${requires}(async () => {${body}})();`);
    expected(await commonjs.node('main.js', { BACKEND: backend.url }));
  });

  const resolutions = [
    { module: 'node16', project: () => esm },
    { module: 'node16', project: () => commonjs },
    { module: 'nodenext', project: () => esm },
    { module: 'nodenext', project: () => commonjs },
    { module: 'esnext', moduleResolution: 'bundler', project: () => esm },
  ];
  it.each(resolutions)('compiles under the strictest flags with module $module', async ({ project, ...options }) => {
    await project().write('main.ts', `${imports}async function main() {${body}}\nvoid main();\n`);
    expect(await project().typeCheck({ ...strictest, ...options })).toBe('');
  });

  it('needs neither the DOM library nor any @types package', async () => {
    const source = `${imports}export const client = new WorkerClient({ baseUrl: 'http://localhost:1' });\nexport const type = MessageTypes.FILE_DOWNLOAD_REQUEST;\n`;
    await esm.write('main.ts', source);
    expect(await esm.typeCheck({ ...strictest, types: [] })).toBe('');
  });

  it.each([{ lib: ['ES2022', 'DOM'], types: [] }, { types: ['node'] }])(
    "takes the platform's fetch and AbortSignal with %o",
    async (options) => {
      await esm.write(
        'main.ts',
        `${imports}const client = new WorkerClient({ baseUrl: 'http://localhost:1', fetch });
export const job = client.sendToQueue(MessageTypes.FILE_DOWNLOAD_REQUEST, {}, { signal: AbortSignal.timeout(1) });\n`,
      );
      expect(await esm.typeCheck({ ...strictest, ...options })).toBe('');
    },
  );
});
