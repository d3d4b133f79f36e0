import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createScratchProject, strictest, type ScratchProject } from './scratch.js';

let project: ScratchProject;
beforeAll(async () => {
  project = await createScratchProject(inject('tarball'), 'module');
});
afterAll(() => project[Symbol.asyncDispose]());

const head = `import { MessageTypes, WorkerClient, type FileDownloadRequestMessage, type JobStatus, type StorageLocation } from '@mesh-sync/worker-backend-client';
export type Used = FileDownloadRequestMessage | JobStatus | StorageLocation | typeof MessageTypes;
declare const client: WorkerClient;
declare const word: string;
declare const maybe: string | undefined;
`;

const accepted: readonly (readonly [title: string, code: string])[] = [
  [
    'an explicit undefined for an optional field',
    `void client.fileDownloadRequest({ modelId: undefined, ownerId: maybe });`,
  ],
  ['a value that is not known of an open list', `void client.fileDownloadRequest({ previewType: 'hologram' });`],
  ['any text for an open list', `void client.fileDownloadRequest({ previewType: word });`],
  ['an object of a wider type', `const wide = { modelId: 'm1', note: 'more' }; void client.fileDownloadRequest(wide);`],
  ['a payload by message type', `void client.sendToQueue('file-download-request', { modelId: 'm1' });`],
  ['a payload by constant', `void client.sendToQueue(MessageTypes.FILE_DOWNLOAD_REQUEST, { modelId: 'm1' });`],
  [
    'options last',
    `void client.fileDownloadRequest({}, { timeout: 5, signal: AbortSignal.timeout(5), headers: { a: 'b', c: undefined } });`,
  ],
  ['a client without configuration', `void new WorkerClient();`],
  [
    'explicit undefined in the configuration',
    `void new WorkerClient({ baseUrl: maybe, apiKey: maybe, timeout: undefined });`,
  ],
  [
    'typed data of a named message',
    `export const read = async (): Promise<string | undefined> => (await client.getJobStatus<'file-download-request'>('1')).data.modelId;`,
  ],
  [
    'a state that is not known yet',
    `export const isNew = async (): Promise<boolean> => (await client.getJobStatus('1')).state === 'frozen';`,
  ],
  [
    'a shared type by name',
    `const place: StorageLocation = { storageConnectionId: 'c', path: '/a' }; void client.thumbnailGenerationRequest({ storageLocation: place });`,
  ],
  [
    'a status by message',
    `export const data = (status: JobStatus<'file-download-request'>): FileDownloadRequestMessage => status.data;`,
  ],
];

const refused: readonly (readonly [title: string, code: string])[] = [
  ['a misspelt field', `void client.fileDownloadRequest({ modelID: 'm1' });`],
  [
    'a misspelt nested field',
    `void client.fileDownloadRequest({ storageLocation: { storageConnectionId: 'c', path: '/', pth: '' } });`,
  ],
  ['a missing required field', `void client.analyticsCollectionRequest({});`],
  ['a missing required nested field', `void client.fileDownloadRequest({ storageLocation: { path: '/' } });`],
  ['a value of another type', `void client.fileDownloadRequest({ modelId: 1 });`],
  ['null where it is not said', `void client.fileDownloadRequest({ modelId: null });`],
  ['a message type that does not exist', `void client.sendToQueue('file-download', {});`],
  ['the payload of another message', `void client.sendToQueue('file-download-request', { query: 'x' });`],
  ['a job id that is no text', `void client.getJobStatus(1);`],
  ['an unknown option', `void client.fileDownloadRequest({}, { timeOut: 5 });`],
  ['an unknown part of the configuration', `void new WorkerClient({ url: 'http://localhost' });`],
  [
    'a field that the data does not have',
    `void client.getJobStatus<'file-download-request'>('1').then(({ data }) => data.modelID);`,
  ],
  ['a constant that does not exist', `void MessageTypes.FILE_DOWNLOAD;`],
  ['changing a constant', `MessageTypes.FILE_DOWNLOAD_REQUEST = 'file-download-request';`],
];

describe('The types of the package', () => {
  it('accept what callers may write', async () => {
    const code = accepted.map(
      ([title, line]) =>
        `// ${title}\n{${line.startsWith('export') ? '}' : ''} ${line} ${line.startsWith('export') ? '' : '}'}`,
    );
    await project.write('main.ts', `${head}${code.join('\n')}\n`);
    expect(await project.typeCheck(strictest)).toBe('');
  });

  it('refuse what callers may not write', async () => {
    const code = refused.map(([title, line]) => `// ${title}\n// @ts-expect-error\n${line}`);
    await project.write(
      'main.ts',
      `${head}declare const unused: typeof word | typeof maybe; void unused;\n${code.join('\n')}\n`,
    );
    expect(await project.typeCheck(strictest)).toBe('');
  });
});
