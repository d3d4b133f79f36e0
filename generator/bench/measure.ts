import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';

/** How long a command may take, in milliseconds. */
const patience = 600_000;

/** What a process took. */
export interface Measurement {
  /** Milliseconds until it ended. */
  readonly time: number;
  /** Most memory that was resident at once, in megabytes. */
  readonly memory: number;
}

/** Tells the process's peak of memory, in kilobytes, on a channel of its own as it ends; so does each of its threads. */
const tellMemory = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, process.resourceUsage().maxRSS + '\\n'));`,
)}`;

/**
 * Runs a script as a process of its own.
 *
 * @param command - Script of Node.js and its arguments.
 * @param folder - Where it runs.
 * @returns What it took; `undefined` where it took too long.
 * @throws Error if it fails.
 */
export async function measureProcess(command: readonly string[], folder: string): Promise<Measurement | undefined> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', tellMemory, ...command], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    timeout: patience,
  });
  const told = text(child.stdio[3] as Readable);
  const { code, signal } = await new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.once('error', reject).once('exit', (exitCode, exitSignal) => resolve({ code: exitCode, signal: exitSignal }));
  });
  if (signal !== null) return undefined;
  if (code !== 0) throw new Error(`${command.join(' ')} failed with ${code}.`);
  const time = performance.now() - start;
  return { time, memory: Math.max(...(await told).trim().split('\n').map(Number)) / 1000 };
}

/** The middle one of several figures. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
