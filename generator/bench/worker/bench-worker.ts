import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildPackage } from '../build-package.js';
import { median } from '../measure.js';
import { figureTable } from '../table.js';
import { contenders } from './contenders.js';
import type { WorkerFigures } from './measure-worker.js';

const run = promisify(execFile);
const script = fileURLToPath(new URL('measure-worker.js', import.meta.url));

/** How often each contender is measured; the median counts. Rounds alternate, so that a busy moment hits all alike. */
const rounds = 7;

/** What the others are measured against: alone, and with what an outcome costs whoever sends it. */
const baselines = ['BullMQ', 'BullMQ, outcome sent by hand'] as const;

/** Measures workers of the generated package beside BullMQ alone, on the machine's `redis-server`, and gives a table of ratios. */
export async function benchWorker(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'worker-codegen-bench-worker-'));
  const port = await freePort();
  const redis = await startRedis(port, folder);
  try {
    const packageFolder = await buildPackage(folder);
    const figures = new Map<string, WorkerFigures[]>(Object.keys(contenders).map((name) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, measured] of figures) {
        const { stdout } = await run(process.execPath, [script, name, `redis://127.0.0.1:${port}`, packageFolder]);
        measured.push(JSON.parse(stdout) as WorkerFigures);
      }
    }
    return table(figures);
  } finally {
    redis.kill();
    await rm(folder, { recursive: true });
  }
}

function table(figures: ReadonlyMap<string, readonly WorkerFigures[]>): string {
  const [unit, byHand] = baselines;
  const middle = (name: string, column: keyof WorkerFigures): number =>
    median((figures.get(name) ?? []).map((measured) => measured[column]));
  // Within a round, so that a busy moment hits both alike.
  const ratio = (name: string, baseline: string, column: keyof WorkerFigures): string => {
    const others = figures.get(baseline) ?? [];
    const ratios = (figures.get(name) ?? []).map(
      (measured, round) => measured[column] / (others[round]?.[column] ?? 0),
    );
    return median(ratios).toFixed(2);
  };
  const rows = [...figures.keys()].map((name) => [
    name,
    ratio(name, unit, 'cpu'),
    ratio(name, byHand, 'cpu'),
    ratio(name, unit, 'redisCpu'),
    ratio(name, unit, 'throughput'),
  ]);
  const head = ['', "worker's CPU per job", '… beside an outcome sent by hand', "Redis's CPU per job", 'jobs/s'];
  const [cpu, redisCpu] = [middle(unit, 'cpu'), middle(unit, 'redisCpu')].map(Math.round);
  return `${figureTable(head, rows)}\n1.00 is ${unit} alone: ${cpu} µs of CPU a job in the worker and ${redisCpu} µs in Redis, on the machine that ran them all. Jobs do nothing, ten at once.\n`;
}

async function startRedis(port: number, folder: string): Promise<ChildProcess> {
  const options = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no', '--dir', folder];
  const redis = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(redis, 'spawn');
  for await (const line of createInterface(redis.stdout)) if (line.includes('Ready to accept connections')) break;
  return redis;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
