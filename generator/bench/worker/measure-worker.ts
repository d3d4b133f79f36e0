import { Queue } from 'bullmq';
import { contenders, request } from './contenders.js';

/** What one process measured of one contender. */
export interface WorkerFigures {
  /** Microseconds of this process's CPU time a job. */
  readonly cpu: number;
  /** Microseconds of Redis's CPU time a job. */
  readonly redisCpu: number;
  /** Jobs a second. */
  readonly throughput: number;
}

const jobs = { warmUp: 2000, measured: 5000 };

/** Adds jobs, and carries all of them out, their outcomes sent. */
async function carryOut(
  queue: Queue,
  count: number,
  name: string,
  url: string,
  folder: string,
): Promise<WorkerFigures> {
  const data = { modelId: 'm1', storageLocation: { storageConnectionId: 'c1', path: '/a.stl' } };
  const prefix = `${request}.${count}-`;
  await queue.addBulk(
    Array.from({ length: count }, (_, n) => ({
      name: request,
      data,
      opts: { jobId: `${prefix}${n}`, removeOnComplete: { age: 86_400, count: 10_000 } },
    })),
  );
  const redis = async (): Promise<number> => {
    const info = await (await queue.getBackend().client).info();
    const seconds = [...info.matchAll(/^used_cpu_(?:sys|user):([\d.]+)/gm)].map(([, value]) => Number(value));
    return seconds.reduce((sum, value) => sum + value, 0) * 1e6;
  };
  let left = count;
  let end = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  const [redisBefore, before, start] = [await redis(), process.cpuUsage(), performance.now()];
  const worker = await contenders[name]?.(url, folder, () => {
    left -= 1;
    if (left === 0) end();
  });
  await done;
  await worker?.close();
  const { user, system } = process.cpuUsage(before);
  const throughput = (count / (performance.now() - start)) * 1000;
  return { cpu: (user + system) / count, redisCpu: ((await redis()) - redisBefore) / count, throughput };
}

const [name = '', url = '', packageFolder = ''] = process.argv.slice(2);
const queue = new Queue(request, { connection: { url } });
await (await queue.getBackend().client).runCommand('flushall', []);
await carryOut(queue, jobs.warmUp, name, url, packageFolder);
process.stdout.write(JSON.stringify(await carryOut(queue, jobs.measured, name, url, packageFolder)));
await queue.close();
