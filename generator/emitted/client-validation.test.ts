import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createScratchProject, type ScratchProject } from './scratch.js';

let esm: ScratchProject;
let commonjs: ScratchProject;
beforeAll(async () => {
  [esm, commonjs] = await Promise.all([
    createScratchProject(inject('tarball'), 'module'),
    createScratchProject(inject('tarball'), 'commonjs'),
  ]);
});
afterAll(() => Promise.all([esm, commonjs].map((each) => each[Symbol.asyncDispose]())));

// The backend takes any payload, so that what is refused is refused by the client.
const body = `
  const backend = await startWorkerBackend({ validate: false });
  const client = new WorkerClient({ baseUrl: backend.url, validate: validateMessage });
  backend.handle('file-download-request', ({ modelId }) => ({ modelId, status: modelId === 'bad' ? 5 : 'SUCCESS' }));
  const told = (error) => ({
    isValidationError: error instanceof ValidationError,
    isWorkerClientError: error instanceof WorkerClientError,
    error: JSON.parse(JSON.stringify(error)),
  });
  const refused = await client.fileDownloadRequest({ modelId: 1, storageLocation: { path: '/a.stl' } }).catch(told);
  const received = backend.received.length;
  const { data, returnvalue } = await client.waitFor(await client.fileDownloadRequest({ modelId: 'good' }));
  const misfit = await client.waitFor(await client.fileDownloadRequest({ modelId: 'bad' })).catch(told);
  console.log(JSON.stringify({ refused, received, finished: { data, returnvalue }, misfit }));
  await backend.close();
`;
const imports = [
  ['{ ValidationError, WorkerClient, WorkerClientError }', '@mesh-sync/worker-backend-client'],
  ['{ startWorkerBackend }', '@mesh-sync/worker-backend-client/testing'],
  ['{ validateMessage }', '@mesh-sync/worker-backend-client/validators'],
];
const projects = [
  {
    kind: 'an ES module',
    project: () => esm,
    code: `${imports.map(([names, from]) => `import ${names} from '${from}';`).join('\n')}${body}`,
  },
  {
    kind: 'a CommonJS module',
    project: () => commonjs,
    code: `${imports.map(([names, from]) => `const ${names} = require('${from}');`).join('\n')}(async () => {${body}})();`,
  },
];

describe('A client with the validators of its package', () => {
  it.each(projects)('checks what it sends and what a job returns, in $kind', async ({ project, code }) => {
    await project().write('main.js', code);
    expect(JSON.parse(await project().node('main.js'))).toEqual({
      refused: {
        isValidationError: true,
        isWorkerClientError: true,
        error: {
          name: 'ValidationError',
          message:
            'The payload does not fit file-download-request: /modelId: Must be a string, not a number. ' +
            '/storageLocation/storageConnectionId: Is missing.',
          messageType: 'file-download-request',
          problems: [
            { pointer: '/modelId', message: 'Must be a string, not a number.' },
            { pointer: '/storageLocation/storageConnectionId', message: 'Is missing.' },
          ],
        },
      },
      received: 0,
      finished: { data: { modelId: 'good' }, returnvalue: { modelId: 'good', status: 'SUCCESS' } },
      misfit: {
        isValidationError: true,
        isWorkerClientError: true,
        error: expect.objectContaining({
          name: 'ValidationError',
          messageType: 'file-download-completed',
          jobId: expect.stringMatching(/^file-download-request\./) as string,
          problems: [{ pointer: '/status', message: 'Must be a string, not a number.' }],
        }),
      },
    });
  });
});
