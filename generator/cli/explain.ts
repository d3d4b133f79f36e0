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

/** Says what ended a command, and that nothing was written where it `writes`; a defect of this program keeps its stack. */
export function explain(error: unknown, writes: boolean): string {
  if (error instanceof CatalogError) {
    const terminal = terminalInfo(process.stderr);
    const problems = formatDiagnostics(error.diagnostics, 'pretty', process.cwd(), { terminal });
    return `${problems}\n${pluralize(error.diagnostics.length, 'problem')}${writes ? '; nothing was written' : ''}.\n`;
  }
  if (error instanceof OutputError) return `${escapeInvisible(error.message)}\nNothing was written.\n`;
  if (!(error instanceof Error)) return `${String(error)}\n`;
  const isExplained = error instanceof UsageError || error instanceof TemplateError || error instanceof WriteError;
  if (isExplained) return `error: ${escapeInvisible(error.message)}\n`;
  if (systemErrorCode(error) === undefined) return `${error.stack}\n`;
  // For lack of permission or space, or for a file where a folder should be.
  const path = systemErrorPath(error);
  const what = path === undefined ? 'The operating system refuses' : `${path} cannot be used`;
  return `error: ${escapeInvisible(what)}: ${systemErrorReason(error)}.\n`;
}
