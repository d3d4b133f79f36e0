import { relative, sep } from 'node:path';
import { pluralize } from '../text/pluralize.js';
import { colorsFor } from '../text/terminal.js';
import { terminalInfo, type TerminalInfo } from '../text/terminal.js';
import { escapeLine, escapeInvisible } from '../text/escape.js';
import { escapedJson } from '../text/escaped-json.js';
import { codeFrame, severityStyles } from './code-frame.js';
import type { Diagnostic } from './diagnostic.js';
import type { Format } from './formats.js';
import { sarifLog } from './sarif.js';

/** How diagnostics are told. */
export interface FormatOptions {
  /** How text for people is shown. Default: as in a file. */
  readonly screen?: TerminalInfo;
  /** What each rule says, by id, for forms that list the rules. Default: none are known. */
  readonly sentences?: ReadonlyMap<string, string>;
}

/** So many problems are shown to people; JSON, annotations and SARIF hold all of them. */
const maxShown = 200;

/** A diagnostic with its file's path as it is told, with `/` between its parts. */
type ToldDiagnostic = Diagnostic & { readonly path: string };

/**
 * Writes diagnostics: for people, as JSON, as annotations of GitHub Actions, or as SARIF 2.1.0.
 *
 * @param diagnostics - Sorted.
 * @param format - For whom.
 * @param folder - Absolute path of a folder; paths are told relative to it.
 * @param options - How.
 */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: Format,
  folder: string,
  { screen = terminalInfo({}), sentences = new Map() }: FormatOptions = {},
): string {
  const told = withPaths(diagnostics, folder);
  switch (format) {
    case 'pretty':
      return pretty(told, screen);
    case 'json':
      return `${escapedJson(plainDiagnostics(diagnostics, folder))}\n`;
    case 'github':
      return told.map(annotation).join('');
    case 'sarif':
      return `${escapedJson(sarifLog(told, folder, sentences))}\n`;
  }
}

/**
 * Diagnostics as JSON tells them: what is wrong, and where.
 *
 * @param diagnostics - Sorted.
 * @param folder - Absolute path of a folder; paths are told relative to it.
 */
export function plainDiagnostics(diagnostics: readonly Diagnostic[], folder: string): object[] {
  return withPaths(diagnostics, folder).map(plain);
}

function withPaths(diagnostics: readonly Diagnostic[], folder: string): ToldDiagnostic[] {
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    path: relative(folder, diagnostic.file).split(sep).join('/'),
  }));
}

function pretty(diagnostics: readonly ToldDiagnostic[], { isColoured, columns }: TerminalInfo): string {
  const paint = colorsFor(isColoured);
  let file: { readonly text: string; readonly lines: readonly string[] } = { text: '', lines: [] };
  const shown = diagnostics.slice(0, maxShown).map((diagnostic) => {
    const { path, start, severity, message, rule, text } = diagnostic;
    const place = `${escapeLine(path)}:${start.line}:${start.column}`;
    const label = paint(severityStyles[severity], severity);
    const head = `${place}: ${label}: ${escapeLine(message)} ${paint('dim', `(${rule})`)}\n`;
    if (text === '') return head;
    if (file.text !== text) file = { text, lines: text.split(/\r\n|\n|\r/) };
    return `${head}${codeFrame(diagnostic, file.lines, columns, paint)}\n`;
  });
  const left = diagnostics.length - shown.length;
  return [...shown, ...(left > 0 ? [`… and ${pluralize(left, 'more problem')}.\n`] : [])].join('\n');
}

function plain({ path, start, end, severity, message, rule }: ToldDiagnostic): object {
  return {
    file: path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    severity,
    rule,
    message,
  };
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
function annotation({ path, start, end, severity, message, rule }: ToldDiagnostic): string {
  const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const columns = end.line === start.line ? `,endColumn=${end.column}` : '';
  return `::${severity} file=${property(path)},line=${start.line},col=${start.column}${columns},title=${property(rule)}::${data(escapeInvisible(message))}\n`;
}
