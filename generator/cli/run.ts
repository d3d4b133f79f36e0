import { CommanderError } from 'commander';
import { systemErrorCode, systemErrorReason } from '../system-error.js';
import { UsageError } from '../usage-error.js';

/** Exit codes of the command. */
const exitCodes = { done: 0, failed: 1, usage: 2 } as const;

/** Thrown by a command that has reported everything, to end it. */
export class Failure extends Error {
  override readonly name = 'Failure';

  /** @param exitCode - Default: 1. */
  constructor(readonly exitCode: number = exitCodes.failed) {
    super();
  }
}

/** Reports on standard error what ends a command early, by default one that writes nothing; gives what to throw instead. */
export async function reportError(error: unknown, writes = false): Promise<Failure> {
  if (error instanceof Failure) return error;
  process.stderr.write((await import('./explain.js')).explain(error, writes));
  return new Failure(error instanceof UsageError ? exitCodes.usage : exitCodes.failed);
}

/** Runs a command, reports whatever ends it early, and gives the exit code: 0 done, 1 invalid or different, 2 wrong usage. */
export async function run(command: () => Promise<unknown>): Promise<number> {
  try {
    await command();
    return exitCodes.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    return (await reportError(error)).exitCode;
  }
}

/**
 * Runs a command as this process. Whatever ends it says why, and the exit code is one of {@link run}'s: an error that nobody
 * caught, a command that nothing will ever finish, and output that cannot be written too. Only where the reader of the output
 * has gone, as in `worker-codegen list | head`, it ends quietly.
 */
export function runProcess(command: () => Promise<unknown>): void {
  let isOver = false;
  const end = (exitCode: number): void => {
    isOver = true;
    process.exit(exitCode);
  };
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (systemErrorCode(error) === 'EPIPE') return end(exitCodes.done);
      process.stderr.write(`error: The output of the command cannot be written: ${systemErrorReason(error)}.\n`);
      end(exitCodes.failed);
    });
  }
  process.once('uncaughtException', (error) => void reportError(error).then(({ exitCode }) => end(exitCode)));
  process.on('exit', () => {
    if (isOver) return;
    process.stderr.write('error: The command ended before it was done, which is a defect of this program.\n');
    process.exitCode = exitCodes.failed;
  });
  void run(command).then((exitCode) => {
    isOver = true;
    process.exitCode = exitCode;
  });
}
