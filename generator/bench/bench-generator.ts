import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleSchemas } from './bundle-schemas.js';
import { cloneCatalog } from './clone-catalog.js';
import { changeOneMessage, contenders, type Contender } from './contenders.js';
import { measureProcess, median, type Measurement } from './measure.js';
import { benchTable } from './table.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const messagesInCatalog = 58;

/** Copies of the catalog, and how often each contender runs on them. */
const sizes = [
  { copies: 1, runs: 7 },
  { copies: 10, runs: 3 },
  { copies: 100, runs: 1 },
] as const;

/** Measures whole processes side by side, and gives a table of ratios: the time of `generate` on 58 messages is 1. */
export async function benchGenerator(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'worker-codegen-bench-'));
  try {
    const results = new Map<string, (Measurement | undefined)[]>(contenders.map(({ name }) => [name, []]));
    for (const { copies, runs } of sizes) {
      const work = join(folder, String(copies));
      await mkdir(join(work, 'node_modules'), { recursive: true });
      await cloneCatalog(join(root, 'catalog'), join(work, 'catalog'), copies);
      await bundleSchemas(join(work, 'catalog'), join(work, 'schemas'));
      for (const contender of contenders) results.get(contender.name)?.push(await measure(contender, work, runs));
    }
    return benchTable(
      sizes.map(({ copies }) => copies * messagesInCatalog),
      results,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measure(
  { name, command, finds }: Contender,
  work: string,
  runs: number,
): Promise<Measurement | undefined> {
  const outOf = (run: number): string => join(work, 'out', `${name}-${finds === 'nothing' ? run : 0}`);
  await mkdir(join(work, 'out'), { recursive: true });
  if (finds !== 'nothing') await measureProcess(command(work, outOf(0)), work);
  const figures: Measurement[] = [];
  for (let run = 0; run < runs; run += 1) {
    if (finds === 'nothing') await rm(join(work, 'node_modules/.cache'), { recursive: true, force: true });
    if (finds === 'almost the same') await changeOneMessage(join(work, 'catalog'), `Change ${run}:`);
    const figure = await measureProcess(command(work, outOf(run)), work);
    if (figure === undefined) return undefined;
    figures.push(figure);
  }
  return { time: median(figures.map(({ time }) => time)), memory: median(figures.map(({ memory }) => memory)) };
}
