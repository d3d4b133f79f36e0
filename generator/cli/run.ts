import { CommanderError } from 'commander';
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

/**
 * Reports on standard error what ends a command early: problems of the user's making without a stack trace.
 *
 * @param error - What was thrown.
 * @returns What to throw in its place.
 */
export async function reportError(error: unknown): Promise<Failure> {
  if (error instanceof Failure) return error;
  process.stderr.write((await import('./explain.js')).explain(error));
  return new Failure(error instanceof UsageError ? exitCodes.usage : exitCodes.failed);
}

/**
 * Runs a command, and reports whatever ends it early.
 *
 * @param command - The command.
 * @returns The exit code: 0 done, 1 the catalog is invalid or the output differs, 2 wrong usage.
 */
export async function run(command: () => Promise<unknown>): Promise<number> {
  try {
    await command();
    return exitCodes.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    return (await reportError(error)).exitCode;
  }
}
