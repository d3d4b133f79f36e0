import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';

/** How long a command may take, in milliseconds. */
const patience = 600_000;

/** What a process took. */
export interface Measurement {
  /** Milliseconds until it ended. */
  readonly time: number;
  /** Most memory that was resident, of the process and of those that it started, in megabytes. */
  readonly memory: number;
}

/** Tells the process's peak of memory, in kilobytes, on a channel of its own as it ends; so does each of its threads. */
const tellMemory = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, process.resourceUsage().maxRSS + '\\n'));`,
)}`;

/** Looks at the peaks of memory of the processes that a process starts, where there is a /proc: on Linux. */
class ChildrenMemory {
  readonly #peaks = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;

  constructor(readonly pid: number) {
    this.#timer = setInterval(() => this.#look(), 20);
  }

  /** @returns The sum of the peaks, in kilobytes. */
  end(): number {
    clearInterval(this.#timer);
    return [...this.#peaks.values()].reduce((sum, peak) => sum + peak, 0);
  }

  #look(): void {
    try {
      for (const thread of readdirSync(`/proc/${this.pid}/task`)) {
        const children = readFileSync(`/proc/${this.pid}/task/${thread}/children`, 'utf8').trim();
        for (const child of children === '' ? [] : children.split(' ')) {
          const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1];
          this.#peaks.set(child, Math.max(Number(peak ?? 0), this.#peaks.get(child) ?? 0));
        }
      }
    } catch {
      // It ended while it was looked at.
    }
  }
}

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
  const printed = text(child.stdio[3] as Readable);
  const children = new ChildrenMemory(child.pid ?? 0);
  const { code, signal } = await new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.once('error', reject).once('exit', (exitCode, exitSignal) => resolve({ code: exitCode, signal: exitSignal }));
  });
  const ofChildren = children.end();
  if (signal !== null) return undefined;
  if (code !== 0) throw new Error(`${command.join(' ')} failed with ${code}.`);
  const time = performance.now() - start;
  return { time, memory: (Math.max(...(await printed).trim().split('\n').map(Number)) + ofChildren) / 1000 };
}

/** The middle one of several figures. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
