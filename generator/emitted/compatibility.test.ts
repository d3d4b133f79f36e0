import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createManualClock } from '../../templates/typescript/src/testing/manual-clock.js';
import { startBackend, type AnyBackend } from '../../templates/typescript/src/testing/start-backend.js';
import { publishedMessages, type PublishedField, type PublishedShape } from './published.js';
import { createScratchProject, strictest, type ScratchProject } from './scratch.js';

let backend: AnyBackend;
let project: ScratchProject;

beforeAll(async () => {
  [backend, project] = await Promise.all([
    startBackend({ clock: createManualClock(1_760_000_000_000) }),
    createScratchProject(inject('tarball'), 'module'),
  ]);
});
afterAll(() => Promise.all([backend, project].map((each) => each[Symbol.asyncDispose]())));

describe('Code written for the published client', () => {
  it('compiles and runs unchanged', async () => {
    await project.write(
      'main.ts',
      `import { WorkerClient, MessageTypes, type JobResponse, type JobStatus, type MessageType, type WorkerClientConfig } from '@mesh-sync/worker-backend-client';
import type { FileDownloadRequestMessage } from '@mesh-sync/worker-backend-client';

const config: WorkerClientConfig = { baseUrl: process.env.BACKEND!, apiKey: 'key', timeout: 30000 };
const client = new WorkerClient(config);
const data: FileDownloadRequestMessage = { modelId: 'm1', storageLocation: { storageConnectionId: 'c1', path: '/a.stl' } };
data.metadata = { downloadUrl: 'https://example.com/a.stl' };

const status: string = 'SUCCESS';
const jobs: JobResponse[] = [
  await client.fileDownloadRequest(data),
  await client.sendToQueue(MessageTypes.FILE_DOWNLOAD_REQUEST, data),
  await client.fileDownloadCompleted({ status }),
  await client.marketplaceListingUpdateRequest({ marketplace: 'etsy', updates: { price: 10 }, credentials: { access_token: 'a' } }),
];
async function enqueue(type: MessageType, payload: any): Promise<string> {
  const { jobId } = await client.sendToQueue(type, payload);
  return jobId;
}
const id: string = await enqueue(MessageTypes.MODEL_FINDER_SEARCH_REQUEST, { limit: 3 });
const job: JobStatus = await client.getJobStatus(id);
const state: string = job.state;
const limit: unknown = job.data.limit;
if (job.state === 'completed') console.log(job.returnvalue);
console.log(JSON.stringify({ ids: jobs.map((each) => each.jobId), state, limit, queue: job.queue, at: job.timestamp }));
`,
    );
    const lenient = { target: 'ES2022', module: 'nodenext', strict: true, types: ['node'], outDir: 'built' };
    expect(await project.typeCheck(lenient)).toBe('');
    const output = JSON.parse(await project.node('built/main.js', { BACKEND: backend.url })) as unknown;
    expect(output).toEqual({
      ids: backend.stored.slice(0, 4).map((stored) => stored.jobId),
      state: 'waiting',
      limit: 3,
      queue: 'model-finder-search-request',
      at: 1_760_000_000_000,
    });
  });

  it('finds every constant, method and payload type under its old name', async () => {
    const lines = publishedMessages.map(
      ({ name, constant, method, payloadType }) =>
        `const ${method}: '${name}' = MessageTypes.${constant}; void client.${method}({} as ${payloadType}); void ${method};`,
    );
    const types = publishedMessages.map(({ payloadType }) => payloadType).join(', ');
    await project.write(
      'main.ts',
      `import { MessageTypes, WorkerClient, type MessageType } from '@mesh-sync/worker-backend-client';
import type { ${types} } from '@mesh-sync/worker-backend-client';
declare const client: WorkerClient;
${lines.join('\n')}
export type Same<A, B> = [A, B] extends [B, A] ? true : false;
export const sameTypes: Same<MessageType, ${publishedMessages.map(({ name }) => `'${name}'`).join(' | ')}> = true;
`,
    );
    expect(await project.typeCheck(strictest)).toBe('');
  });
});

describe('The payload types', () => {
  it('accept what was typed with the published ones, and have the same fields at every depth', async () => {
    const checks = publishedMessages.flatMap(({ payloadType, fields }) => [
      `export const ${payloadType}Accepts = (old: { ${fields.filter(isShaped).map(published).join('; ')} }): Shaped<E.${payloadType}, ${keys(fields.filter(isShaped))}> => old;`,
      `export const ${payloadType}Keys: Same<keyof E.${payloadType}, ${keys(fields)}> = true;`,
      `export const ${payloadType}Required: Same<RequiredKeys<E.${payloadType}>, ${keys(fields.filter(({ required }) => required))}> = true;`,
      ...fields.flatMap(({ name, shape }) => (shape === undefined ? [] : nested(`E.${payloadType}['${name}']`, shape))),
    ]);
    await project.write(
      'main.ts',
      `import type * as E from '@mesh-sync/worker-backend-client';
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type RequiredKeys<T> = { [K in keyof T]-?: {} extends Pick<T, K> ? never : K }[keyof T];
type Shaped<T, K extends PropertyKey> = Pick<T, K & keyof T>;
type Keys<T> = keyof NonNullable<T>;
export type Used = Keys<{}>;
${checks.join('\n')}
`,
    );
    const { noUnusedLocals: _, ...options } = strictest;
    expect(await project.typeCheck(options)).toBe('');
  });
});

/** Fields that were published without any shape were modelled anew. */
function isShaped({ type, shape, name }: PublishedField): boolean {
  const isModelled = shape === undefined && (type === null || type === 'object' || type === 'array');
  return !isModelled && name !== '';
}

function keys(fields: readonly { readonly name: string }[]): string {
  return fields.length === 0 ? 'never' : fields.map(({ name }) => `'${name}'`).join(' | ');
}

function published({ name, required, type, shape }: PublishedField): string {
  return `'${name}'${required ? '' : '?'}: ${publishedType({ ...shape, ...(type === null ? {} : { type }) })}`;
}

function publishedType({ type, properties, required = [], items, additionalProperties }: PublishedShape): string {
  if (properties !== undefined) {
    const members = Object.entries(properties).map(
      ([name, inner]) => `'${name}'${required.includes(name) ? '' : '?'}: ${publishedType(inner)}`,
    );
    return `{ ${members.join('; ')} }`;
  }
  if (items !== undefined) return `(${publishedType(items)})[]`;
  if (additionalProperties !== undefined) return `Record<string, ${publishedType(additionalProperties)}>`;
  if (type === 'integer') return 'number';
  if (type === 'array') return 'unknown[]';
  if (type === 'object') return 'Record<string, unknown>';
  return type ?? 'unknown';
}

/** Checks, for each object inside a type, that it has the very fields that were published, required ones too. */
function nested(path: string, { properties, required = [], items }: PublishedShape): string[] {
  if (items !== undefined) return nested(`NonNullable<${path}>[number]`, items);
  if (properties === undefined) return [];
  const label = path.replaceAll(/\W+/g, '_');
  const names = Object.keys(properties).map((name) => ({ name }));
  return [
    `export const ${label}Keys: Same<Keys<${path}>, ${keys(names)}> = true;`,
    `export const ${label}Required: Same<RequiredKeys<NonNullable<${path}>>, ${keys(required.map((name) => ({ name })))}> = true;`,
    ...Object.entries(properties).flatMap(([name, inner]) => nested(`NonNullable<${path}>['${name}']`, inner)),
  ];
}
