import { CommanderError } from 'commander';
import { OutputError } from '../compile/output-error.js';
import { CatalogError, countProblems } from '../diagnostics/diagnostic.js';
import { formatDiagnostics } from '../diagnostics/format.js';
import { TemplateError } from '../render/template-error.js';
import { systemErrorCode, systemErrorPath, systemErrorReason } from '../system-error.js';
import { screenOf } from '../text/screen.js';
import { visibleText } from '../text/visible.js';
import { UsageError } from '../usage-error.js';
import { WriteError } from '../write/write-error.js';

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
    process.stderr.write(explain(error));
    return error instanceof UsageError ? exitCodes.usage : exitCodes.failed;
  }
}

/**
 * Says what ended a command.
 *
 * @param error - What was thrown; a defect of this program keeps its stack trace.
 */
export function explain(error: unknown): string {
  if (error instanceof CatalogError) {
    return `${formatDiagnostics(error.diagnostics, 'pretty', process.cwd(), { screen: screenOf(process.stderr) })}\n${countProblems(error.diagnostics)}; nothing was written.\n`;
  }
  if (error instanceof OutputError) return `${error.message}\nNothing was written.\n`;
  if (!(error instanceof Error)) return `${String(error)}\n`;
  const isTold = error instanceof UsageError || error instanceof TemplateError || error instanceof WriteError;
  if (isTold) return `error: ${visibleText(error.message)}\n`;
  return systemErrorCode(error) === undefined ? `${error.stack}\n` : `error: ${visibleText(refusal(error))}\n`;
}

/** Says what the operating system refused: for lack of permission or space, or for a file where a folder should be. */
function refusal(error: Error): string {
  const path = systemErrorPath(error);
  return `${path === undefined ? 'The operating system refuses' : `${path} cannot be used`}: ${systemErrorReason(error)}.`;
}
