import { pluralize } from '../text/pluralize.js';
import type { Style } from '../text/terminal.js';
import { escapeLine } from '../text/escape.js';
import { wrapLine } from '../text/wrap-line.js';
import { senderNames } from '../model/sender.js';
import type { MessageSummary } from './describe-message.js';
import { deprecationText } from './print-message.js';
import type { PrintOptions } from './print-tree.js';

const indent = ' '.repeat(4);

/**
 * Writes messages by domain for a person, with method, examples, marks and links.
 *
 * @param messages - Sorted by name.
 * @param options - How.
 */
export function printList(messages: readonly MessageSummary[], options: PrintOptions): string {
  const { paint } = options;
  const domains = [...new Set(messages.map(({ domain }) => domain))].sort();
  const groups = domains.map((domain) => {
    const members = messages.filter((message) => message.domain === domain);
    const head = `${paint('bold', escapeLine(domain === '' ? '(no domain)' : domain))} ${paint('dim', `(${members.length})`)}\n`;
    return head + members.map((message) => entry(message, options)).join('');
  });
  return `${groups.join('\n')}\n${pluralize(messages.length, 'message')} in ${pluralize(domains.length, 'domain')}.\n`;
}

function entry(message: MessageSummary, { columns, paint }: PrintOptions): string {
  const { name, method, outcome, emits, sentBy, deprecated, exampleCount } = message;
  const examples = exampleCount === 0 ? 'no example' : pluralize(exampleCount, 'example');
  const facts: readonly (readonly [Style, string])[] = [
    ['dim', `client.${method}() · ${examples} · sent by ${senderNames[sentBy]}`],
    ...(deprecated === null ? [] : [['yellow', `deprecated ${deprecationText(deprecated)}`] as const]),
    ...(outcome === null ? [] : [['cyan', `outcome: ${outcome}`] as const]),
    ...(emits.length === 0 ? [] : [['cyan', `emits: ${emits.join(', ')}`] as const]),
  ];
  const lines = facts.flatMap(([style, text]) =>
    wrapLine(escapeLine(text), columns - indent.length).map((line) => `${indent}${paint(style, line)}\n`),
  );
  return `  ${name}\n${lines.join('')}`;
}
