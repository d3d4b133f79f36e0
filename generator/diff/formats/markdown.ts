import { markdownText } from '../../render/markdown/markdown.js';
import { codeBlock, codeSpan } from '../../text/code-span.js';
import type { Change, Diff } from '../change-report.js';
import { byMessage, detailsOf, kindOf, orderOf, otherNotices, verdictOf } from './words.js';

/** A diff as Markdown, fit for the comment of a pull request. */
export function markdownDiff({ report, problems, added, placesOf }: Diff): string {
  const shown = (change: Change): string => {
    const places = placesOf(change).map(
      ({ pointer, reason }) => `${markdownText(reason)}${pointer === '' ? '' : ` (${codeSpan(pointer)})`}`,
    );
    const what = places.length === 1 ? ` ${places.join('')}` : `\n\n${bullets(places)}`;
    const details = detailsOf(change).map(
      ({ title, language, code }) => `${title}:\n\n${codeBlock(language, code.trimEnd())}`,
    );
    const order = orderOf(change);
    const parts = [`**${markdownText(kindOf(change))}**:${what}`, ...details, ...(order === '' ? [] : [order])];
    return parts.join('\n\n');
  };
  const messages = byMessage(report).map(
    ({ message, sender, changes }) => `### ${codeSpan(message)}, ${sender}\n\n${changes.map(shown).join('\n\n')}`,
  );
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`### ${title}\n\n${bullets(lines)}`];
  return `${[
    `## ${markdownText(verdictOf(report))}`,
    ...list('Errors', problems.map(markdownText)),
    ...messages,
    ...list('Added', added.map(markdownText)),
    ...list('No longer exported', report.exports.map(codeSpan)),
    ...list('To know', otherNotices(report).map(markdownText)),
  ].join('\n\n')}\n`;
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
