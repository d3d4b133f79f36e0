import { spawn } from 'node:child_process';

/** How long a command may take, in milliseconds. */
const patience = 600_000;

/**
 * Runs a command as a process of its own.
 *
 * @param command - Program and arguments.
 * @param folder - Where it runs.
 * @returns Milliseconds until it ended; `undefined` where it took too long.
 * @throws Error if it fails.
 */
export async function timeProcess(command: readonly string[], folder: string): Promise<number | undefined> {
  const [program = '', ...args] = command;
  const start = performance.now();
  const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], timeout: patience });
  const { code, signal } = await new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.once('error', reject).once('exit', (exitCode, exitSignal) => resolve({ code: exitCode, signal: exitSignal }));
  });
  if (signal !== null) return undefined;
  if (code !== 0) throw new Error(`${command.join(' ')} failed with ${code}.`);
  return performance.now() - start;
}

/** The middle one of several figures. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
