import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createScratchProject, strictest, type ScratchProject } from './scratch.js';

let project: ScratchProject;
beforeAll(async () => {
  project = await createScratchProject(inject('tarball'), 'module');
});
afterAll(() => project[Symbol.asyncDispose]());

const head = `import { JobSender, MessageTypes, WorkerClient, sendAll, waitFor, watch, type FileDownloadRequestMessage, type JobStatus, type StorageLocation, type WorkerClientLike } from '@mesh-sync/worker-backend-client';
export const used = [JobSender, sendAll, waitFor, watch];
export type Used = FileDownloadRequestMessage | JobStatus | StorageLocation | WorkerClientLike | typeof MessageTypes;
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
    'a job that remembers its message, and the outcome it leads to',
    `export const size = async (): Promise<string | undefined> => (await client.waitFor(await client.fileDownloadRequest({}))).returnvalue?.status;`,
  ],
  [
    'the payload of a job that was waited for',
    `export const model = async (): Promise<string | undefined> => (await client.waitFor(await client.sendToQueue('file-download-request', {}))).data.modelId;`,
  ],
  [
    'what came back besides',
    `export const id = async (): Promise<string | undefined> => (await client.fileDownloadRequest({}).withResponse()).requestId;`,
  ],
  [
    'a job that is watched',
    `export const ids = async (): Promise<void> => { for await (const { data } of client.watch(await client.fileDownloadRequest({}))) void data.modelId; };`,
  ],
  [
    'functions for a client without methods',
    `export const wait = async (sender: JobSender): Promise<string | undefined> => (await waitFor(sender, await sender.sendToQueue('file-download-request', {}))).returnvalue?.status;`,
  ],
  [
    'a test double that gives plain promises',
    `export const plainDouble: Pick<WorkerClientLike, 'fileDownloadRequest' | 'getJobStatus'> = { fileDownloadRequest: async () => ({ success: true, jobId: '1', messageName: 'file-download-request', queue: 'q' }), getJobStatus: () => Promise.reject(new Error('none')) };`,
  ],
  [
    'hooks that return what they like',
    `const seen: unknown[] = []; void new WorkerClient({ hooks: { onRetry: (event) => seen.push(event), onError: async () => {} } });`,
  ],
  [
    'a key that is fetched',
    `void new WorkerClient({ apiKey: async () => 'key', logger: console, honorsIdempotencyKey: 'auto' });`,
  ],
  [
    'several messages at once, each with its own payload',
    `void client.sendAll([{ type: 'file-download-request', payload: { modelId: 'm1' } }, { type: 'model-finder-search-request', payload: { limit: 3 }, options: { timeout: 5 } }], { concurrency: 4 });`,
  ],
  [
    'retries, a deadline and an idempotency key for one call',
    `void client.fileDownloadRequest({}, { maxRetries: 0, deadline: 1_000, idempotencyKey: word });`,
  ],
  [
    'hooks that add header fields, and hooks that do not',
    `void new WorkerClient({ hooks: { onRequest: ({ attempt }) => ({ traceparent: String(attempt) }), onRetry: ({ error }) => void error.message } });`,
  ],
  [
    'a test double of the client',
    `export const double: Pick<WorkerClientLike, 'fileDownloadRequest'> = { fileDownloadRequest: async () => ({ success: true, jobId: '1', messageName: 'file-download-request', queue: 'q' }) };`,
  ],
  ['the client as what a double stands in for', `export const like: WorkerClientLike = client;`],
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
  [
    'a result field that the outcome does not have',
    `void client.fileDownloadRequest({}).then((job) => client.waitFor(job)).then(({ returnvalue }) => returnvalue?.statsu);`,
  ],
  [
    'the payload of another message in a list',
    `void client.sendAll([{ type: 'file-download-request', payload: { query: 'x' } }]);`,
  ],
  ['one idempotency key for many jobs', `void client.sendAll([], { idempotencyKey: 'k' });`],
  ['waiting for an id where a job is asked for', `void client.waitFor('1');`],
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
