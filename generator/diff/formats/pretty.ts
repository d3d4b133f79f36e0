import { relative } from 'node:path';
import { codeFrame } from '../../diagnostics/code-frame.js';
import { LineIndex } from '../../diagnostics/line-index.js';
import { locatorOf } from '../../load/locate.js';
import { groupBy } from '../../group-by.js';
import { senderNames } from '../../model/sender.js';
import { escapeInvisible, escapeJson, escapeLine } from '../../text/escape.js';
import type { TerminalInfo } from '../../text/terminal.js';
import type { Change, Diff } from '../change-report.js';
import { kindOf, orderOf, otherNotices, verdictOf, witnessTitle } from './words.js';

/**
 * A diff for people: by message, worst first, with frames of both versions, and what is to be done.
 *
 * @param folder - Paths are relative to it.
 */
export function prettyDiff(
  { report, problems, added, placeOf, placesOf }: Diff,
  { colors, columns }: TerminalInfo,
  folder: string,
): string {
  const indent = (text: string, by: string): string => text.replaceAll(/^(?=.)/gm, by);
  const frame = (change: Change, version: 'before' | 'after'): string => {
    const place = placeOf(change, version);
    if (place === undefined || place.file.text === '') return '';
    const { text, absolutePath } = place.file;
    const lines = new LineIndex(text);
    const [from, to] = locatorOf(text)(place.path, 'value');
    const [start, end] = [lines.position(from), lines.position(to)];
    const path = version === 'after' ? relative(folder, absolutePath) : place.file.path;
    const head = `${version}: ${escapeLine(path)}:${start.line}:${start.column}`;
    const severity = version === 'after' ? 'error' : 'warning';
    return `${head}\n${codeFrame({ start, end, severity }, text.split(/\r\n|\n|\r/), columns - 4, colors)}\n`;
  };
  const shown = (change: Change): string => {
    const { level, witness, snippet, reason } = change;
    const places = placesOf(change);
    const at = (pointer: string): string => (pointer === '' ? '' : ` (${escapeLine(pointer)})`);
    const parts = [
      `  ${colors(level === 'safe' ? 'dim' : 'red', kindOf(change))}:`,
      ...(places.length === 1
        ? [` ${escapeLine(reason)}${at(change.pointer)}\n`]
        : ['\n', ...places.map((each) => `    - ${escapeLine(each.reason)}${at(each.pointer)}\n`)]),
      ...(level === 'safe' ? [] : [indent(frame(change, 'before'), '    '), indent(frame(change, 'after'), '    ')]),
      ...(witness === undefined ? [] : [`    ${witnessTitle(change)}:\n${indent(escapeJson(witness), '      ')}\n`]),
      ...(snippet === undefined
        ? []
        : [`    Compiles before, and not after:\n${indent(escapeInvisible(snippet), '      ')}`]),
      ...(orderOf(change) === '' ? [] : [`    ${colors('cyan', orderOf(change))}\n`]),
    ];
    return parts.join('');
  };
  const messages = [...groupBy(report.changes, (change) => change.message)].map(([message, changes]) => {
    const [first] = changes;
    const sender = first === undefined ? '' : ` (sent by ${senderNames[first.sentBy]})`;
    return `${colors('bold', message)}${sender}\n${changes.map(shown).join('\n')}`;
  });
  const lists = [
    added.map((each) => `${colors('cyan', 'added')}: ${escapeLine(each)}\n`),
    report.exports.length === 0 ? [] : [`No longer exported: ${report.exports.join(', ')}\n`],
    otherNotices(report).map((each) => `${escapeLine(each)}\n`),
    problems.map((each) => `${colors('red', 'error')}: ${escapeLine(each)}\n`),
  ].filter((lines) => lines.length > 0);
  return `${[...messages, ...lists.map((lines) => lines.join('')), `${verdictOf(report)}\n`].join('\n')}`;
}
