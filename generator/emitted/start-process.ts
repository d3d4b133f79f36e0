import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';

/** A process that has begun its work. */
export interface StartedProcess {
  /** The first line that it printed. */
  readonly line: string;
  /** Gives further lines. */
  readonly lines: Interface;
  /** Resolves with its exit code and the signal that ended it, also where it has ended already. */
  readonly ended: Promise<[code: number | null, signal: NodeJS.Signals | null]>;
  /** Sends a signal, by default SIGTERM. Resolves as `ended` does. */
  end(signal?: 'SIGKILL' | 'SIGTERM'): StartedProcess['ended'];
}

/**
 * Runs Node, and waits for the first line of its output.
 *
 * @param folder - Where it runs.
 * @param words - The script and its arguments.
 * @param environment - Variables that it has beside `PATH`. Default: none.
 * @throws Error if it ends without one.
 */
export async function startProcess(
  folder: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedProcess> {
  const child = spawn(process.execPath, words, {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit') as StartedProcess['ended'];
  const lines = createInterface(child.stdout);
  const closed = once(lines, 'close').then((): never => {
    throw new Error(`${words.join(' ')} has ended without a line.`);
  });
  const [line] = (await Promise.race([once(lines, 'line'), closed])) as [string];
  const end: StartedProcess['end'] = (signal = 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  return { line, lines, ended, end };
}
