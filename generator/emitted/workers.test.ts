import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { Queue, QueueEvents } from 'bullmq';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import {
  hasRedis,
  needsRedis,
  startRedis,
  type TestRedis,
} from '../../templates/typescript/src/bullmq/_testing/redis.js';
import { createScratchProject, type ScratchProject } from './scratch.js';

const request = 'file-download-request';
const outcome = 'file-download-completed';
const secret = `whsec_${btoa('0123456789abcdef')}`;

/** A worker process that kills itself at a step, which it takes from its environment; it says when it is ready. */
const worker = `
import { Job, Queue } from 'bullmq';
import { defineHandlers } from '@mesh-sync/worker-backend-client/worker';
import { startWorkers } from '@mesh-sync/worker-backend-client/bullmq';

const { REDIS, KILL_AT, HOLD } = process.env;
const die = () => { process.kill(process.pid, 'SIGKILL'); return new Promise(() => undefined); };
const steps = {
  'before the end is stored': [Job, 'moveToCompleted', ({ queueName }) => queueName === '${request}', 'before'],
  'after the end is stored': [Job, 'moveToCompleted', ({ queueName }) => queueName === '${request}', 'after'],
  'after the outcome is added': [Queue, 'addBulk', ({ name }) => name === '${outcome}', 'after'],
  'after the webhook is added': [Queue, 'addBulk', ({ name }) => name === 'worker.webhooks', 'after'],
  'after the webhook is answered': [Job, 'moveToCompleted', ({ queueName }) => queueName === 'worker.webhooks', 'before'],
};
if (KILL_AT in steps) {
  const [owner, method, concerns, when] = steps[KILL_AT];
  const original = owner.prototype[method];
  owner.prototype[method] = async function (...given) {
    if (!concerns(this)) return original.apply(this, given);
    if (when === 'before') return die();
    await original.apply(this, given);
    return die();
  };
}
const workers = await startWorkers({
  connection: { url: REDIS },
  concurrency: 10,
  lockDuration: 500,
  onError: () => undefined,
  webhooks: { secret: '${secret}', allowPrivateAddresses: true, schedule: [10, 10] },
  handlers: defineHandlers({
    '${request}': async (payload, job) => {
      if (KILL_AT === 'while the handler runs') return die();
      if (HOLD !== undefined && Number(payload.modelId) % 7 === 3) return new Promise(() => undefined);
      return { originalJobId: job.id, modelId: payload.modelId, status: 'SUCCESS' };
    },
  }),
});
process.on('SIGTERM', () => workers.close().then(() => process.exit(0)));
console.log('ready');
`;

describe.skipIf(!hasRedis)(`Worker processes${needsRedis}`, () => {
  let redis: TestRedis;
  let project: ScratchProject;
  let receiver: Server;
  /** Ids of the webhooks that arrived. */
  let webhooks: string[];
  let hookUrl: string;
  let processes: ChildProcess[];
  let closing: { close(): Promise<void> }[];

  beforeEach(async () => {
    [processes, closing, webhooks] = [[], [], []];
    [redis, project] = await Promise.all([
      startRedis(true),
      createScratchProject(inject('tarball'), 'module', ['bullmq', 'ioredis']),
    ]);
    await project.write('worker.js', worker);
    receiver = createServer((message, response) => {
      webhooks.push(String(message.headers['webhook-id']));
      message.resume();
      response.end();
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    hookUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  });
  afterEach(async () => {
    await Promise.all(processes.map((each) => end(each, 'SIGKILL')));
    await Promise.all(closing.map((each) => each.close()));
    await redis[Symbol.asyncDispose]();
    receiver.closeAllConnections();
    receiver.close();
    await project[Symbol.asyncDispose]();
  });

  /** Starts a worker process. Resolves when it takes jobs. */
  async function startWorker(environment: Record<string, string> = {}): Promise<ChildProcess> {
    const child = spawn(process.execPath, ['worker.js'], {
      cwd: project.folder,
      env: { PATH: process.env['PATH'], REDIS: redis.url, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    processes.push(child);
    await once(createInterface(child.stdout), 'line');
    return child;
  }

  async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

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
    ['after the outcome is added', 1],
    ['after the webhook is added', 1],
    // Whoever receives it sees that it is the same, by its id.
    ['after the webhook is answered', 2],
  ])('that one is killed %s loses nothing and doubles nothing', async (step, posts) => {
    const killed = await startWorker({ KILL_AT: step });
    await Promise.all([once(killed, 'exit'), addJobs(1)]);
    const survivor = await startWorker();
    expect(await ends(1)).toEqual(allOf(1));
    expect(webhooks).toHaveLength(posts);
    await end(survivor, 'SIGTERM');
    expect(survivor.exitCode).toBe(0);
  });

  it('that one is killed among 200 jobs loses nothing and doubles nothing', async () => {
    const [doomed] = await Promise.all([startWorker({ HOLD: 'some' }), startWorker()]);
    const some = completed(request, 50);
    await addJobs(200);
    await some;
    await end(doomed, 'SIGKILL');
    expect(await ends(200)).toEqual(allOf(200));
  });

  it('and Redis may be killed and started again on its append-only file', async () => {
    await startWorker();
    const some = completed(request, 20);
    await addJobs(100);
    await some;
    await redis.restart();
    expect(await ends(100)).toEqual(allOf(100));
  });
});
