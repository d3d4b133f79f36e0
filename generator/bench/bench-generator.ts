import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toolFolder } from '../installation.js';
import { cloneCatalog } from './clone-catalog.js';
import { contenders, type Contender } from './contenders.js';
import { writePeerInputs } from './peer-inputs.js';
import { plainCatalog } from './plain-catalog.js';
import { measureProcess, median, type Measurement } from './measure.js';
import { benchTable } from './table.js';

const messagesInCatalog = 58;

/** What is generated from: title of its table, what writes it, and how often each contender runs on how many copies of it. */
const corpora = [
  {
    title: "This repository's catalog, each message copied under other names",
    write: cloneCatalog,
    sizes: [
      { copies: 1, runs: 7 },
      { copies: 10, runs: 5 },
      { copies: 100, runs: 1 },
    ],
  },
  {
    title: 'Names and types alone, as schemas come that were not written for this tool: no texts, nothing shared',
    write: plainCatalog,
    sizes: [
      { copies: 1, runs: 7 },
      { copies: 10, runs: 5 },
    ],
  },
] as const;

/** Measures whole processes side by side, and gives a table of ratios for each corpus: the time of `generate` on 58 messages is 1. */
export async function benchGenerator(): Promise<string> {
  const tables: string[] = [];
  for (const corpus of corpora) tables.push(`${corpus.title}:\n\n${await measureCorpus(corpus)}`);
  return tables.join('\n');
}

async function measureCorpus({ write, sizes }: (typeof corpora)[number]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'worker-codegen-bench-'));
  try {
    const results = new Map<string, (Measurement | undefined)[]>(contenders.map(({ name }) => [name, []]));
    for (const { copies, runs } of sizes) {
      const work = join(folder, String(copies));
      await mkdir(join(work, 'node_modules'), { recursive: true });
      await write(join(toolFolder, 'catalog'), join(work, 'catalog'), copies);
      await writePeerInputs(join(work, 'catalog'), work);
      for (const [name, figure] of await measureAll(work, runs)) results.get(name)?.push(figure);
    }
    return benchTable(
      sizes.map(({ copies }) => copies * messagesInCatalog),
      results,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Contenders take turns, so that what slows the machine down for a while slows all of them. */
async function measureAll(work: string, runs: number): Promise<ReadonlyMap<string, Measurement | undefined>> {
  await mkdir(join(work, 'out'), { recursive: true });
  const figures = new Map<string, (Measurement | undefined)[]>(contenders.map(({ name }) => [name, []]));
  for (let run = 0; run < runs; run += 1) {
    for (const contender of contenders) figures.get(contender.name)?.push(await measure(contender, work, run));
  }
  return new Map([...figures].map(([name, all]) => [name, typical(all)]));
}

async function measure(
  { name, command, finds }: Contender,
  work: string,
  run: number,
): Promise<Measurement | undefined> {
  // What earlier runs found out is kept by output folder: a new one finds nothing.
  const out = join(work, 'out', `${name}-${run}`);
  if (finds !== 'nothing') await measureProcess(command(work, out), work);
  return measureProcess(command(work, out), work);
}

function typical(figures: readonly (Measurement | undefined)[]): Measurement | undefined {
  const measured = figures.filter((figure) => figure !== undefined);
  if (measured.length < figures.length) return undefined;
  return { time: median(measured.map(({ time }) => time)), memory: median(measured.map(({ memory }) => memory)) };
}
