import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { benchClient } from './client/bench-client.js';
import { benchGenerator } from './bench-generator.js';
import { toolFolder } from '../installation.js';
import { benchWorker } from './worker/bench-worker.js';
import { replaceTable } from './table.js';

/** What can be measured, by the name of its place in the page. */
const benches = { generator: benchGenerator, client: benchClient, worker: benchWorker } as const;

/** Name of a benchmark. */
export type BenchName = keyof typeof benches;

/** What is measured, and what becomes of it. */
export interface BenchOptions {
  /** Words of the command line: names of benchmarks; all of them where none is named. */
  readonly names: readonly string[];
  /** Whether the page `generator/bench/README.md` receives the tables too. */
  readonly isWritten: boolean;
}

/**
 * Runs benchmarks one after the other and prints their tables.
 *
 * @param options - What to measure.
 * @throws Error if there is no benchmark of a name.
 */
export async function bench({ names, isWritten }: BenchOptions): Promise<void> {
  const page = join(toolFolder, 'generator/bench/README.md');
  for (const name of names.length === 0 ? Object.keys(benches) : names) {
    if (!isBenchName(name)) throw new Error(`There is no benchmark ${name}: name ${Object.keys(benches).join(', ')}.`);
    const table = await benches[name]();
    process.stdout.write(`${table}\n`);
    if (isWritten) await writeFile(page, replaceTable(await readFile(page, 'utf8'), name, table));
  }
}

function isBenchName(name: string): name is BenchName {
  return Object.hasOwn(benches, name);
}
