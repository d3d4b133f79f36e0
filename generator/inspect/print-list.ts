import { pluralize } from '../text/pluralize.js';
import { escapeLine } from '../text/escape.js';
import type { TerminalInfo } from '../text/terminal.js';
import { wrapLine, type Span } from '../text/wrap-line.js';
import { senderNames } from '../model/sender.js';
import type { MessageSummary } from './describe-message.js';
import { deprecationText } from './print-message.js';

const indent = ' '.repeat(4);

/** Writes messages, sorted by name, by domain for a person, with method, examples, marks and links. */
export function printList(messages: readonly MessageSummary[], options: TerminalInfo): string {
  const { colors } = options;
  const domains = [...new Set(messages.map(({ domain }) => domain))].sort();
  const groups = domains.map((domain) => {
    const members = messages.filter((message) => message.domain === domain);
    const head = `${colors('bold', escapeLine(domain === '' ? '(no domain)' : domain))} ${colors('dim', `(${members.length})`)}\n`;
    return head + members.map((message) => entry(message, options)).join('');
  });
  return `${groups.join('\n')}\n${pluralize(messages.length, 'message')} in ${pluralize(domains.length, 'domain')}.\n`;
}

function entry(message: MessageSummary, options: TerminalInfo): string {
  const { name, method, outcome, emits, sentBy, deprecated, exampleCount } = message;
  const examples = exampleCount === 0 ? 'no example' : pluralize(exampleCount, 'example');
  const facts: Span[] = [{ style: 'dim', text: `client.${method}() · ${examples} · sent by ${senderNames[sentBy]}` }];
  if (deprecated !== null) facts.push({ style: 'yellow', text: `deprecated ${deprecationText(deprecated)}` });
  if (outcome !== null) facts.push({ style: 'cyan', text: `outcome: ${outcome}` });
  if (emits.length > 0) facts.push({ style: 'cyan', text: `emits: ${emits.join(', ')}` });
  const lines = facts.flatMap((fact) => wrapLine([{ ...fact, gap: 0 }], options, indent, indent));
  return [`  ${name}`, ...lines].map((line) => `${line}\n`).join('');
}
