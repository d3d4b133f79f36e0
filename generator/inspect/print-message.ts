import { pluralize } from '../text/pluralize.js';
import { escapeLine } from '../text/escape.js';
import type { TerminalInfo } from '../text/terminal.js';
import { wrapLine } from '../text/wrap-line.js';
import type { Deprecation, RetryPolicy } from '../catalog/catalog.js';
import { senderNames } from '../model/sender.js';
import type { MessageDescription } from './describe-message.js';
import { printTree } from './print-tree.js';

/** Writes the whole of a message for a person: its summary, its links, and its payload as a tree. */
export function printMessage(message: MessageDescription, options: TerminalInfo): string {
  const [summary = ''] = message.description.split(/\n\s*\n/);
  const facts = factsOf(message);
  const width = Math.max(...facts.map(([label]) => label.length));
  return [
    options.colors('bold', escapeLine(message.name)),
    ...wrapLine([{ text: summary }], options),
    '',
    ...facts.flatMap(([label, text]) =>
      wrapLine([{ text, gap: 0 }], options, `${label.padEnd(width)}  `, ' '.repeat(width + 2)),
    ),
    '',
    printTree(message.payload, options),
  ].join('\n');
}

function factsOf(message: MessageDescription): (readonly [label: string, text: string])[] {
  const { deprecated, outcome, retry, exampleCount } = message;
  const facts: readonly (readonly [label: string, text: string])[] = [
    ['Deprecated', deprecated === null ? '' : deprecationText(deprecated)],
    ['Method', `client.${message.method}(payload)`],
    ['Constant', `MessageTypes.${message.constant}`],
    ['Source', message.source],
    ['Sent by', senderNames[message.sentBy]],
    ['Outcome', outcome ?? ''],
    ['Emits', message.emits.join(', ')],
    ['Outcome of', message.outcomeOf.join(', ')],
    ['Emitted by', message.emittedBy.join(', ')],
    ['Retry', retry === null ? '' : retryText(retry)],
    ['Examples', exampleCount === 0 ? 'none' : String(exampleCount)],
  ];
  return facts.filter(([, text]) => text !== '');
}

/** Says since when, and what to do instead. */
export function deprecationText({ since, replacedBy, reason }: Deprecation): string {
  const instead = replacedBy === undefined ? '' : `; send ${replacedBy} instead`;
  return `since ${since}${instead}${reason === undefined ? '' : `: ${reason}`}`;
}

function retryText({ attempts, backoff, retryOn = [], neverOn = [] }: RetryPolicy): string {
  const delay = backoff === undefined ? '' : `, ${backoff.type} delay from ${backoff.delay}`;
  const on = retryOn.length === 0 ? '' : `, expects ${retryOn.join(', ')}`;
  const never = neverOn.length === 0 ? '' : `, never on ${neverOn.join(', ')}`;
  return `${pluralize(attempts, 'attempt')}${delay}${on}${never}`;
}
