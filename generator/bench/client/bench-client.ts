import { execFile, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildPackage } from '../build-package.js';
import { median } from '../measure.js';
import { figureTable } from '../table.js';
import { bundleSizes } from './bundle-size.js';
import { contenders } from './contenders.js';
import type { ClientFigures } from './measure-client.js';

const run = promisify(execFile);
const here = fileURLToPath(new URL('.', import.meta.url));

/** How often each contender is measured; the median counts. Rounds alternate, so that a busy moment hits all alike. */
const rounds = 5;

const columns: readonly (readonly [keyof ClientFigures, string])[] = [
  ['latency', 'median latency'],
  ['cpu', 'CPU per call'],
  ['throughput32', 'calls/s, 32 in flight'],
  ['throughput256', 'calls/s, 256 in flight'],
  ['bytes', 'bytes allocated'],
];

/** The contender whose figures are 1. */
const unit = 'bare fetch';

/** Measures the generated client beside its peers, and gives a table of ratios. */
export async function benchClient(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'worker-codegen-bench-client-'));
  const backend = fork(join(here, 'server.js'));
  try {
    const port = await new Promise<number>((resolve) => {
      backend.once('message', (message) => resolve(Number(message)));
    });
    const packageFolder = await buildPackage(folder);
    const figures = new Map<string, ClientFigures[]>(Object.keys(contenders).map((name) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, measured] of figures) {
        measured.push(await measure(name, `http://127.0.0.1:${port}`, packageFolder));
      }
    }
    return table(figures, await bundleSizes(folder, packageFolder));
  } finally {
    backend.disconnect();
    await rm(folder, { recursive: true });
  }
}

async function measure(name: string, baseUrl: string, packageFolder: string): Promise<ClientFigures> {
  const script = join(here, 'measure-client.js');
  const { stdout } = await run(process.execPath, ['--max-semi-space-size=256', script, name, baseUrl, packageFolder]);
  return JSON.parse(stdout) as ClientFigures;
}

function table(figures: ReadonlyMap<string, readonly ClientFigures[]>, bundles: ReadonlyMap<string, number>): string {
  const bundle = (name: string): string => {
    const bytes = bundles.get(name);
    return bytes === undefined ? '' : `${(bytes / 1000).toFixed(1)} kB`;
  };
  const middle = (name: string, column: keyof ClientFigures): number =>
    median((figures.get(name) ?? []).map((measured) => measured[column]));
  const rows = [...figures.keys()].map((name) => [
    name,
    ...columns.map(([column]) => (middle(name, column) / middle(unit, column)).toFixed(2)),
    bundle(name),
  ]);
  const alone = [...bundles.keys()].filter((name) => !figures.has(name));
  rows.push(...alone.map((name) => [name, ...columns.map(() => ''), bundle(name)]));
  const head = ['', ...columns.map(([, title]) => title), 'bundle'];
  const [latency, cpu, bytes] = [middle(unit, 'latency'), middle(unit, 'cpu'), middle(unit, 'bytes')].map(Math.round);
  const note = `1.00 is ${unit}: ${latency} µs, ${cpu} µs of CPU and ${bytes} bytes a call on the machine that ran them all.`;
  return `${figureTable(head, rows)}\n${note} A bundle sends one message from a browser; it is minified and compressed with gzip.\n`;
}
