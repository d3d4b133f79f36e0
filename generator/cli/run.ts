import { CommanderError } from 'commander';
import { UsageError } from '../usage-error.js';

/** Exit codes of the command. */
const exitCodes = { done: 0, failed: 1, usage: 2 } as const;

/** Thrown by a command that has told everything, to end with exit code 1. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/**
 * Runs a command, and tells on standard error whatever ends it early: problems of the user's making without a stack trace.
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
    if (error instanceof Failure) return exitCodes.failed;
    process.stderr.write((await import('./explain.js')).explain(error));
    return error instanceof UsageError ? exitCodes.usage : exitCodes.failed;
  }
}
