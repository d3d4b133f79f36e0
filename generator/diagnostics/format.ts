import { relative, sep } from 'node:path';
import { escapeInvisible, escapeJson, escapeLine } from '../text/escape.js';
import { pluralize } from '../text/pluralize.js';
import { terminalInfo, type TerminalInfo } from '../text/terminal.js';
import { codeFrame, severityStyles } from './code-frame.js';
import type { Diagnostic } from './diagnostic.js';
import type { Format } from './formats.js';
import { sarifLog } from './sarif.js';

/** How diagnostics are written. */
export interface FormatOptions {
  /** How text for people is shown. Default: as in a file. */
  readonly terminal?: TerminalInfo;
  /** What each rule says, by id, for formats that list the rules. Default: none are known. */
  readonly sentences?: ReadonlyMap<string, string>;
}

/** Problems that are shown to people; the other formats hold all of them. */
const maxShown = 200;

/** A diagnostic with its file's path relative to a folder, with `/` between its parts. */
type PlacedDiagnostic = Diagnostic & { readonly path: string };

/** Writes sorted diagnostics in a format, their paths relative to a folder, of which it takes the absolute path. */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: Format,
  folder: string,
  { terminal = terminalInfo({}), sentences = new Map() }: FormatOptions = {},
): string {
  const placed = withPaths(diagnostics, folder);
  switch (format) {
    case 'pretty':
      return pretty(placed, terminal);
    case 'json':
      return `${escapeJson(placed.map(plain))}\n`;
    case 'github':
      return placed.map(annotation).join('');
    case 'sarif':
      return `${escapeJson(sarifLog(placed, folder, sentences))}\n`;
  }
}

/** Sorted diagnostics as objects for JSON, their paths relative to a folder. */
export function plainDiagnostics(diagnostics: readonly Diagnostic[], folder: string): object[] {
  return withPaths(diagnostics, folder).map(plain);
}

function withPaths(diagnostics: readonly Diagnostic[], folder: string): PlacedDiagnostic[] {
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    path: relative(folder, diagnostic.file).split(sep).join('/'),
  }));
}

function pretty(diagnostics: readonly PlacedDiagnostic[], { colors, columns }: TerminalInfo): string {
  let file: { readonly text: string; readonly lines: readonly string[] } = { text: '', lines: [] };
  const shown = diagnostics.slice(0, maxShown).map((diagnostic) => {
    const { path, start, severity, message, rule, text } = diagnostic;
    const label = colors(severityStyles[severity], severity);
    const place = `${escapeLine(path)}:${start.line}:${start.column}`;
    const head = `${place}: ${label}: ${escapeLine(message)} ${colors('dim', `(${rule})`)}\n`;
    if (text === '') return head;
    if (file.text !== text) file = { text, lines: text.split(/\r\n|\n|\r/) };
    return `${head}${codeFrame(diagnostic, file.lines, columns, colors)}\n`;
  });
  const left = diagnostics.length - shown.length;
  return [...shown, ...(left > 0 ? [`… and ${pluralize(left, 'more problem')}.\n`] : [])].join('\n');
}

function plain({ path, start, end, severity, message, rule }: PlacedDiagnostic): object {
  const place = { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  return { file: path, ...place, severity, rule, message };
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
function annotation({ path, start, end, severity, message, rule }: PlacedDiagnostic): string {
  const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const columns = end.line === start.line ? `,endColumn=${end.column}` : '';
  return `::${severity} file=${property(path)},line=${start.line},col=${start.column}${columns},title=${property(rule)}::${data(escapeInvisible(message))}\n`;
}
