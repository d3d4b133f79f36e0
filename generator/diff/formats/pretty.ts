import { relative } from 'node:path';
import { codeFrame } from '../../diagnostics/code-frame.js';
import { LineIndex } from '../../diagnostics/line-index.js';
import { locatorOf } from '../../load/locate.js';
import { escapeInvisible, escapeLine } from '../../text/escape.js';
import type { TerminalInfo } from '../../text/terminal.js';
import type { Change, Diff } from '../change-report.js';
import { byMessage, detailsOf, kindOf, orderOf, otherNotices, verdictOf } from './words.js';

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
    const isSafe = change.level === 'safe';
    const places = placesOf(change).map(
      ({ pointer, reason }) => `${escapeLine(reason)}${pointer === '' ? '' : ` (${escapeLine(pointer)})`}\n`,
    );
    const order = orderOf(change);
    const parts = [
      `  ${colors(isSafe ? 'dim' : 'red', kindOf(change))}:`,
      ...(places.length === 1 ? [` ${places.join('')}`] : ['\n', ...places.map((each) => `    - ${each}`)]),
      ...(isSafe ? [] : (['before', 'after'] as const).map((version) => indent(frame(change, version), '    '))),
      ...detailsOf(change).map(
        ({ title, code }) => `    ${title}:\n${indent(escapeInvisible(code).trimEnd(), '      ')}\n`,
      ),
      ...(order === '' ? [] : [`    ${colors('cyan', order)}\n`]),
    ];
    return parts.join('');
  };
  const messages = byMessage(report).map(
    ({ message, sender, changes }) => `${colors('bold', message)} (${sender})\n${changes.map(shown).join('\n')}`,
  );
  const lists = [
    added.map((each) => `${colors('cyan', 'added')}: ${escapeLine(each)}\n`),
    report.exports.length === 0 ? [] : [`No longer exported: ${report.exports.join(', ')}\n`],
    otherNotices(report).map((each) => `${escapeLine(each)}\n`),
    problems.map((each) => `${colors('red', 'error')}: ${escapeLine(each)}\n`),
  ].filter((lines) => lines.length > 0);
  return `${[...messages, ...lists.map((lines) => lines.join('')), `${verdictOf(report)}\n`].join('\n')}`;
}
