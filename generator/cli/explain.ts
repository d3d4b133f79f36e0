import { OutputError } from '../typecheck/output-error.js';
import { CatalogError } from '../diagnostics/diagnostic.js';
import { formatDiagnostics } from '../diagnostics/format.js';
import { TemplateError } from '../render/template-error.js';
import { systemErrorCode, systemErrorPath, systemErrorReason } from '../system-error.js';
import { pluralize } from '../text/pluralize.js';
import { terminalInfo } from '../text/terminal.js';
import { escapeInvisible } from '../text/escape.js';
import { UsageError } from '../usage-error.js';
import { WriteError } from '../write/write-error.js';

/**
 * Says what ended a command.
 *
 * @param error - What was thrown; a defect of this program keeps its stack trace.
 */
export function explain(error: unknown): string {
  if (error instanceof CatalogError) {
    return `${formatDiagnostics(error.diagnostics, 'pretty', process.cwd(), { terminal: terminalInfo(process.stderr) })}\n${pluralize(error.diagnostics.length, 'problem')}; nothing was written.\n`;
  }
  if (error instanceof OutputError) return `${escapeInvisible(error.message)}\nNothing was written.\n`;
  if (!(error instanceof Error)) return `${String(error)}\n`;
  const isTold = error instanceof UsageError || error instanceof TemplateError || error instanceof WriteError;
  if (isTold) return `error: ${escapeInvisible(error.message)}\n`;
  return systemErrorCode(error) === undefined ? `${error.stack}\n` : `error: ${escapeInvisible(refusal(error))}\n`;
}

/** Says what the operating system refused: for lack of permission or space, or for a file where a folder should be. */
function refusal(error: Error): string {
  const path = systemErrorPath(error);
  return `${path === undefined ? 'The operating system refuses' : `${path} cannot be used`}: ${systemErrorReason(error)}.`;
}
