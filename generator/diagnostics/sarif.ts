import { pathToFileURL } from 'node:url';
import { toolVersion } from '../installation.js';
import type { Diagnostic } from './diagnostic.js';

/**
 * Diagnostics as a log that code scanning services read (SARIF 2.1.0,
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).
 *
 * @param folder - Absolute path of the folder that the paths of the diagnostics are relative to.
 * @param sentences - What each rule says, by id.
 */
export function sarifLog(
  diagnostics: readonly (Diagnostic & { readonly path: string })[],
  folder: string,
  sentences: ReadonlyMap<string, string>,
): object {
  const ids = [...new Set(diagnostics.map(({ rule }) => rule))].sort();
  const driver = {
    name: 'worker-codegen',
    version: toolVersion,
    rules: ids.map((id) => sarifRule(id, sentences.get(id))),
  };
  const results = diagnostics.map(({ path, start, end, severity, message, rule }) => ({
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: severity,
    message: sarifMessage(message),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'ROOT' },
          region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
        },
      },
    ],
  }));
  // The root of a disk has a slash at its end already.
  const originalUriBaseIds = { ROOT: { uri: pathToFileURL(folder).href.replace(/\/?$/, '/') } };
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', originalUriBaseIds, results }],
  };
}

/** Code scanning of GitHub asks for a rule in three forms (https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning). */
function sarifRule(id: string, sentence: string | undefined): object {
  if (sentence === undefined) return { id };
  const message = sarifMessage(sentence);
  return { id, shortDescription: message, fullDescription: message, help: message };
}

/** A text as itself: braces could stand for an argument, brackets and parentheses for a link (sections 3.11.5 and 3.11.6). */
function sarifMessage(text: string): object {
  return { text: text.replaceAll(/[{}]/g, '$&$&').replaceAll('](', '\\](') };
}
