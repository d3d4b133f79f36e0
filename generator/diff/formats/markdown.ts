import { groupBy } from '../../group-by.js';
import { senderNames } from '../../model/sender.js';
import { markdownText } from '../../render/markdown/markdown.js';
import { escapeJson } from '../../text/escape.js';
import { codeBlock, codeSpan } from '../../text/code-span.js';
import type { Change, Diff } from '../change-report.js';
import { kindOf, orderOf, otherNotices, verdictOf, witnessTitle } from './words.js';

/** A diff as Markdown, fit for the comment of a pull request. */
export function markdownDiff({ report, problems, added, placesOf }: Diff): string {
  const shown = (change: Change): string => {
    const { witness, snippet } = change;
    const places = placesOf(change).map(
      ({ pointer, reason }) => `${markdownText(reason)}${pointer === '' ? '' : ` (${codeSpan(pointer)})`}`,
    );
    const details = [
      ...(witness === undefined ? [] : [`${witnessTitle(change)}:\n\n${codeBlock('json', escapeJson(witness))}`]),
      ...(snippet === undefined ? [] : [`Compiles before, and not after:\n\n${codeBlock('ts', snippet.trimEnd())}`]),
    ];
    const order = orderOf(change);
    return [
      `**${markdownText(kindOf(change))}**:${places.length === 1 ? ` ${places.join('')}` : `\n\n${places.map((each) => `- ${each}`).join('\n')}`}`,
      ...details,
      ...(order === '' ? [] : [order]),
    ].join('\n\n');
  };
  const messages = [...groupBy(report.changes, (change) => change.message)].map(([message, changes]) => {
    const [first] = changes;
    return `### ${codeSpan(message)}${first === undefined ? '' : `, sent by ${senderNames[first.sentBy]}`}\n\n${changes.map(shown).join('\n\n')}`;
  });
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`### ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}`];
  return `${[
    `## ${markdownText(verdictOf(report))}`,
    ...list('Errors', problems.map(markdownText)),
    ...messages,
    ...list('Added', added.map(markdownText)),
    ...list('No longer exported', report.exports.map(codeSpan)),
    ...list('To know', otherNotices(report).map(markdownText)),
  ].join('\n\n')}\n`;
}
