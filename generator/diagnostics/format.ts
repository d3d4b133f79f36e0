import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { styleText } from 'node:util';
import { codeFrame } from './code-frame.js';
import type { Diagnostic } from './diagnostic.js';

/** The forms in which diagnostics can be told. */
export const formats = ['pretty', 'json', 'github', 'sarif'] as const;

/** A form in which diagnostics can be told. */
export type Format = (typeof formats)[number];

/**
 * Writes diagnostics: for people, as JSON, as annotations of GitHub Actions, or as SARIF 2.1.0.
 *
 * @param diagnostics - Sorted.
 * @param format - For whom.
 * @param folder - Paths are told relative to it.
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], format: Format, folder: string): string {
  const told = diagnostics.map((diagnostic) => ({
    ...diagnostic,
    path: relative(folder, diagnostic.file).split(sep).join('/'),
  }));
  switch (format) {
    case 'pretty':
      return told.map(pretty).join('\n');
    case 'json':
      return `${JSON.stringify(told.map(plain), null, 2)}\n`;
    case 'github':
      return told.map(annotation).join('');
    case 'sarif':
      return `${JSON.stringify(sarif(told, folder), null, 2)}\n`;
  }
}

/**
 * Whether text for a stream may hold colours: it leads to a terminal that has some, and neither `NO_COLOR`
 * (https://no-color.org) nor `TERM=dumb` asks for none.
 *
 * @param stream - Standard output or standard error.
 */
export function hasColours(stream: Pick<NodeJS.WriteStream, 'isTTY'> & { hasColors?: () => boolean }): boolean {
  return stream.isTTY && (process.env['NO_COLOR'] ?? '') === '' && (stream.hasColors?.() ?? false);
}

type Told = Diagnostic & { readonly path: string };

function pretty(diagnostic: Told): string {
  const { path, start, severity, message, rule } = diagnostic;
  const colour = severity === 'error' ? 'red' : 'yellow';
  const head = `${path}:${start.line}:${start.column}: ${styleText(colour, severity)}: ${message} ${styleText('dim', `(${rule})`)}`;
  return diagnostic.text === '' ? `${head}\n` : `${head}\n${codeFrame(diagnostic)}\n`;
}

/** A diagnostic as JSON tells it. */
function plain({ path, start, end, severity, message, rule }: Told): object {
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
function annotation({ path, start, end, severity, message, rule }: Told): string {
  const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const columns = end.line === start.line ? `,endColumn=${end.column}` : '';
  return `::${severity} file=${property(path)},line=${start.line},col=${start.column}${columns},title=${property(rule)}::${data(message)}\n`;
}

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
function sarif(told: readonly Told[], folder: string): object {
  const rules = [...new Set(told.map(({ rule }) => rule))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'worker-codegen', rules: rules.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { uri: `${pathToFileURL(folder).href}/` } },
        results: told.map(({ path, start, end, severity, message, rule }) => ({
          ruleId: rule,
          ruleIndex: rules.indexOf(rule),
          level: severity,
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'ROOT' },
                region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
              },
            },
          ],
        })),
      },
    ],
  };
}
