import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Queue, QueueEvents } from 'bullmq';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import {
  hasRedis,
  needsRedis,
  startRedis,
  type TestRedis,
} from '../../templates/typescript/src/bullmq/_testing/redis.js';
import { createScratchProject, type ScratchProject } from './scratch.js';
import { startProcess, type StartedProcess } from './start-process.js';

const request = 'file-download-request';
const outcome = 'file-download-completed';
const secret = `whsec_${btoa('0123456789abcdef')}`;

/** A worker process that kills itself at a step, which it takes from its environment; it says when it is ready. */
const worker = `
import { Job, Queue } from 'bullmq';
import { defineHandlers } from '@mesh-sync/worker-backend-client/worker';
import { startWorkers } from '@mesh-sync/worker-backend-client/bullmq';

const { REDIS, KILL_AT, HOLD, LOCK = '500' } = process.env;
const die = () => { process.kill(process.pid, 'SIGKILL'); return new Promise(() => undefined); };
const steps = {
  'before the end is stored': [Job, 'moveToCompleted', ({ queueName }) => queueName === '${request}', 'before'],
  'after the end is stored': [Job, 'moveToCompleted', ({ queueName }) => queueName === '${request}', 'after'],
  'before the outcome is added': [Queue, 'add', ({ name }) => name === '${outcome}', 'before'],
  'between outcome and webhook': [Queue, 'add', ({ name }) => name === '${outcome}', 'after', ({ name }) => name === 'worker.webhooks'],
  'after the webhook is added': [Queue, 'add', ({ name }) => name === 'worker.webhooks', 'after'],
  'after the webhook is answered': [Job, 'moveToCompleted', ({ queueName }) => queueName === 'worker.webhooks', 'before'],
};
if (KILL_AT in steps) {
  const [owner, method, concerns, when, isHeld = () => false] = steps[KILL_AT];
  const original = owner.prototype[method];
  owner.prototype[method] = async function (...given) {
    if (isHeld(this)) return new Promise(() => undefined);
    if (!concerns(this)) return original.apply(this, given);
    if (when === 'before') return die();
    await original.apply(this, given);
    return die();
  };
}
const workers = await startWorkers({
  connection: { url: REDIS },
  concurrency: 10,
  lockDuration: Number(LOCK),
  onError: () => undefined,
  webhooks: { secret: '${secret}', allowPrivateAddresses: true, schedule: [10, 10] },
  handlers: defineHandlers({
    '${request}': async (payload, job) => {
      console.log(job.id);
      if (KILL_AT === 'while the handler runs') return die();
      if (HOLD !== undefined && Number(payload.modelId) % 7 === 3) return new Promise(() => undefined);
      return { originalJobId: job.id, modelId: payload.modelId, status: 'SUCCESS' };
    },
  }),
});
process.on('SIGTERM', () => workers.close().then(() => process.exit(0)));
console.log('ready');
`;

/** A backend process, which kills itself before it answers where its environment says so; it prints its URL. */
const backendProcess = `
import { Queue } from 'bullmq';
import { createBackend } from '@mesh-sync/worker-backend-client/backend';
import { BullMqStore } from '@mesh-sync/worker-backend-client/bullmq';

if (process.env.KILL_AT === 'stored') {
  const { add } = Queue.prototype;
  Queue.prototype.add = async function (...given) {
    await add.apply(this, given);
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => undefined);
  };
}
const backend = createBackend({ store: new BullMqStore({ connection: { url: process.env.REDIS } }) });
console.log((await backend.listen({ port: 0 })).url);
`;

describe.skipIf(!hasRedis)(`Worker processes${needsRedis}`, () => {
  let redis: TestRedis;
  let project: ScratchProject;
  let receiver: Server;
  /** Ids of the webhooks that arrived. */
  let webhooks: string[];
  let hookUrl: string;
  let processes: StartedProcess[];
  /** Ids of the jobs that were begun, in all processes. */
  let begun: string[];
  let closing: { close(): Promise<void> }[];

  beforeAll(async () => {
    project = await createScratchProject(inject('tarball'), 'module', ['bullmq', 'ioredis']);
    await Promise.all([project.write('worker.js', worker), project.write('backend.js', backendProcess)]);
  });
  afterAll(() => project[Symbol.asyncDispose]());
  beforeEach(async () => {
    [processes, closing, webhooks, begun] = [[], [], [], []];
    redis = await startRedis(true);
    receiver = createServer((message, response) => {
      webhooks.push(String(message.headers['webhook-id']));
      message.resume();
      response.end();
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    hookUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  });
  afterEach(async () => {
    await Promise.all(processes.map(({ end }) => end('SIGKILL')));
    await Promise.all(closing.map((each) => each.close()));
    await redis[Symbol.asyncDispose]();
    receiver.closeAllConnections();
    receiver.close();
  });

  /** Starts a process of the project. Resolves when it has printed a line. */
  async function start(script: string, environment: Record<string, string>): Promise<StartedProcess> {
    const started = await startProcess(project.folder, [script], { REDIS: redis.url, ...environment });
    processes.push(started);
    return started;
  }

  /** Starts a worker process. Resolves when it takes jobs. */
  async function startWorker(environment: Record<string, string> = {}): Promise<StartedProcess> {
    const started = await start('worker.js', environment);
    started.lines.on('line', (line) => begun.push(line));
    return started;
  }

  /** Starts a backend process. Resolves with its URL. */
  const startBackend = async (environment: Record<string, string> = {}): Promise<string> =>
    (await start('backend.js', environment)).line;

  function queue(name: string): Queue {
    const made = new Queue(name, { connection: { url: redis.url } });
    made.on('error', () => undefined);
    closing.push(made);
    return made;
  }

  /** Resolves when as many jobs of a queue have completed, whenever they did. */
  async function completed(name: string, count: number): Promise<void> {
    const events = new QueueEvents(name, { connection: { url: redis.url }, lastEventId: '0-0' });
    events.on('error', () => undefined);
    closing.push(events);
    const ids = new Set<string>();
    await new Promise<void>((resolve) => {
      events.on('completed', ({ jobId }) => {
        if (ids.add(jobId).size === count) resolve();
      });
    });
  }

  async function addJobs(count: number): Promise<void> {
    await queue(request).addBulk(
      Array.from({ length: count }, (_, n) => ({
        name: request,
        data: { modelId: String(n), webhookUrl: hookUrl },
        opts: { jobId: `${request}.${n}` },
      })),
    );
  }

  /** What became of the jobs, once every webhook has been delivered. */
  async function ends(count: number): Promise<unknown> {
    await Promise.all([completed(request, count), completed('worker.webhooks', count)]);
    const [requests, outcomes] = await Promise.all([
      queue(request).getJobCounts('completed', 'failed', 'active', 'wait', 'delayed'),
      queue(outcome).getJobs(),
    ]);
    return {
      completed: requests['completed'],
      outcomes: new Set(outcomes.map(({ data }) => (data as { originalJobId: string }).originalJobId)).size,
      outcomeJobs: outcomes.length,
      webhooks: new Set(webhooks).size,
    };
  }
  const allOf = (count: number): object => ({ completed: count, outcomes: count, outcomeJobs: count, webhooks: count });

  it.each([
    ['while the handler runs', 1],
    ['before the end is stored', 1],
    ['after the end is stored', 1],
    ['before the outcome is added', 1],
    ['between outcome and webhook', 1],
    ['after the webhook is added', 1],
    // Whoever receives it sees that it is the same, by its id.
    ['after the webhook is answered', 2],
  ])('that one is killed %s loses nothing and doubles nothing', async (step, posts) => {
    const killed = await startWorker({ KILL_AT: step });
    await Promise.all([killed.ended, addJobs(1)]);
    const survivor = await startWorker();
    expect(await ends(1)).toEqual(allOf(1));
    expect(webhooks).toHaveLength(posts);
    expect(await survivor.end()).toEqual([0, null]);
  });

  it('that one is killed among 200 jobs loses nothing and doubles nothing', async () => {
    const [doomed] = await Promise.all([startWorker({ HOLD: 'some' }), startWorker()]);
    const some = completed(request, 50);
    await addJobs(200);
    await some;
    await doomed.end('SIGKILL');
    expect(await ends(200)).toEqual(allOf(200));
  });

  it('that all die of one job let it fail for good after as many deaths as it has attempts', async () => {
    await addJobs(1);
    for (let death = 1; death <= 5; death += 1) {
      const killed = await startWorker({ KILL_AT: 'while the handler runs' });
      await killed.ended;
    }
    begun = [];
    const events = new QueueEvents(request, { connection: { url: redis.url }, lastEventId: '0-0' });
    closing.push(events);
    const [[{ failedReason }]] = await Promise.all([
      once(events, 'failed') as Promise<[{ failedReason: string }]>,
      startWorker(),
    ]);
    expect(failedReason).toContain('stalled more than allowable limit');
    expect(begun).toEqual([]);
  });

  it('and Redis may be killed and started again on its append-only file', async () => {
    await startWorker();
    const some = completed(request, 20);
    await addJobs(100);
    await some;
    await redis.restart();
    expect(await ends(100)).toEqual(allOf(100));
  });

  it('share the jobs that a caller sends at once, none of which is begun twice', async () => {
    // As long as by default: what a busy machine keeps from renewing its locks would be begun by the other.
    const LOCK = '30000';
    const [url] = await Promise.all([startBackend(), startWorker({ LOCK }), startWorker({ LOCK })]);
    await project.write(
      'call.js',
      `import { WorkerClient } from '@mesh-sync/worker-backend-client';
const client = new WorkerClient({ baseUrl: '${url}' });
const jobs = Array.from({ length: 5000 }, (_, n) => ({ type: '${request}', payload: { modelId: String(n) } }));
const sent = await client.sendAll(jobs, { concurrency: 50 });
console.log(sent.filter(({ status }) => status === 'fulfilled').length);
process.exit();\n`,
    );
    const done = completed(request, 5000);
    expect(await project.node('call.js')).toBe('5000\n');
    await done;
    expect(begun).toHaveLength(5000);
    expect(new Set(begun).size).toBe(5000);
  });

  it('get one job from a caller whose backend was killed after it had stored it, and who sends it again', async () => {
    const [doomed, next] = await Promise.all([startBackend({ KILL_AT: 'stored' }), startBackend()]);
    const send = async (url: string): Promise<string> => {
      await project.write(
        'call.js',
        `import { WorkerClient } from '@mesh-sync/worker-backend-client';
const client = new WorkerClient({ baseUrl: '${url}', maxRetries: 0 });
await client.fileDownloadRequest({ modelId: 'm1' }, { idempotencyKey: 'key' }).then(
  ({ jobId }) => console.log(jobId),
  ({ name }) => console.log(name),
);
process.exit();\n`,
      );
      return project.node('call.js');
    };
    expect(await send(doomed)).toBe('OutcomeUnknownError\n');
    const jobs = await queue(request).getJobs();
    expect(jobs).toHaveLength(1);
    expect(await send(next)).toBe(`${jobs[0]?.id}\n`);
    expect(await queue(request).getJobs()).toHaveLength(1);
  });
});
