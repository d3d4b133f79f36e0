import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleSchemas } from './bundle-schemas.js';
import { cloneCatalog } from './clone-catalog.js';
import { median, timeProcess } from './measure.js';

const dist = fileURLToPath(new URL('..', import.meta.url));
const root = join(dist, '..');
const messagesInCatalog = 58;

/** Copies of the catalog, and how often each contender runs on them. */
const sizes = [
  { copies: 1, runs: 7 },
  { copies: 10, runs: 3 },
  { copies: 100, runs: 1 },
] as const;

interface Contender {
  readonly name: string;
  /** The command of a run, which writes into a folder of its own. */
  readonly command: (work: string, out: string) => readonly string[];
  /** Whether runs share their output, so that all but the first find nothing to do. */
  readonly isRepeated?: boolean;
}

const node = (script: string, ...args: string[]): string[] => [process.execPath, join(dist, script), ...args];

const contenders: readonly Contender[] = [
  {
    name: 'generate',
    command: (work, out) => node('cli/cli.js', 'generate', '--catalog', join(work, 'catalog'), '--out', out),
  },
  {
    name: 'generate, nothing changed',
    isRepeated: true,
    command: (work, out) => node('cli/cli.js', 'generate', '--catalog', join(work, 'catalog'), '--out', out),
  },
  { name: 'floor', command: (work, out) => node('bench/peer-floor.js', join(work, 'catalog'), out) },
  {
    name: 'json-schema-to-typescript 16.0.0',
    command: (work, out) => node('bench/peer-json-schema-to-typescript.js', join(work, 'schemas'), out),
  },
  {
    name: 'quicktype 25.1.0',
    command: (work, out) => [
      process.execPath,
      join(root, 'node_modules/quicktype/dist/index.js'),
      '--src-lang',
      'schema',
      '--lang',
      'ts',
      '--just-types',
      '--quiet',
      '--out',
      `${out}.ts`,
      join(work, 'schemas'),
    ],
  },
];

/** Measures whole processes side by side, and prints a table of ratios: the time of `generate` on 58 messages is 1. */
export async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'worker-codegen-bench-'));
  try {
    const results = new Map<string, (number | undefined)[]>(contenders.map(({ name }) => [name, []]));
    for (const { copies, runs } of sizes) {
      const work = join(folder, String(copies));
      await mkdir(join(work, 'node_modules'), { recursive: true });
      await cloneCatalog(join(root, 'catalog'), join(work, 'catalog'), copies);
      await bundleSchemas(join(work, 'catalog'), join(work, 'schemas'));
      for (const contender of contenders) results.get(contender.name)?.push(await measure(contender, work, runs));
    }
    process.stdout.write(table(results));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measure(
  { name, command, isRepeated = false }: Contender,
  work: string,
  runs: number,
): Promise<number | undefined> {
  const outOf = (run: number): string => join(work, 'out', `${name}-${isRepeated ? 0 : run}`);
  await mkdir(join(work, 'out'), { recursive: true });
  if (isRepeated) await timeProcess(command(work, outOf(0)), work);
  const figures: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const figure = await timeProcess(command(work, outOf(run)), work);
    if (figure === undefined) return undefined;
    figures.push(figure);
  }
  return median(figures);
}

function table(results: ReadonlyMap<string, readonly (number | undefined)[]>): string {
  const unit = results.get('generate')?.[0] ?? Number.NaN;
  const head = ['', ...sizes.map(({ copies }) => `${(copies * messagesInCatalog).toLocaleString('en')} messages`)];
  const rows = [...results].map(([name, figures]) => [
    name,
    ...figures.map((figure) => (figure === undefined ? 'over 10 min' : (figure / unit).toFixed(2))),
  ]);
  const lines = [head, ['---', ...sizes.map(() => '--:')], ...rows].map((cells) => `| ${cells.join(' | ')} |\n`);
  return `${lines.join('')}\n1.00 is ${(unit / 1000).toFixed(2)} s on this machine.\n`;
}
