import { senderNames } from '../../model/sender.js';
import { markdownLine } from '../../render/markdown/markdown.js';
import { escapeJson } from '../../text/escape.js';
import { codeSpan } from '../../text/code-span.js';
import type { Change, Diff } from '../change-report.js';
import { byMessage, kindOf, orderOf, verdictOf, witnessTitle } from './words.js';

/** A diff as Markdown, fit for the comment of a pull request. */
export function markdownDiff({ report, problems }: Diff): string {
  const shown = (change: Change): string => {
    const { pointer, reason, witness, snippet } = change;
    const place = pointer === '' ? '' : ` (${codeSpan(pointer)})`;
    const details = [
      ...(witness === undefined ? [] : [`${witnessTitle(change)}:\n\n${fence('json', escapeJson(witness))}`]),
      ...(snippet === undefined ? [] : [`Compiles before, and not after:\n\n${fence('ts', snippet.trimEnd())}`]),
    ];
    const order = orderOf(change);
    return [
      `**${markdownLine(kindOf(change))}**: ${markdownLine(reason)}${place}`,
      ...details,
      ...(order === '' ? [] : [order]),
    ].join('\n\n');
  };
  const messages = [...byMessage(report.changes)].map(([message, changes]) => {
    const [first] = changes;
    return `### ${codeSpan(message)}${first === undefined ? '' : `, sent by ${senderNames[first.sentBy]}`}\n\n${changes.map(shown).join('\n\n')}`;
  });
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`### ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}`];
  return `${[
    `## ${markdownLine(verdictOf(report))}`,
    ...list('Errors', problems.map(markdownLine)),
    ...messages,
    ...list('No longer exported', report.exports.map(codeSpan)),
    ...list('To know', report.notices.map(markdownLine)),
  ].join('\n\n')}\n`;
}

/** Code between fences that no line of it can close (CommonMark, section 4.5). */
function fence(language: string, code: string): string {
  const marks = '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${marks}${language}\n${code}\n${marks}`;
}
