import { pluralize } from '../text/pluralize.js';
import { escapeLine } from '../text/escape.js';
import { wrapLine } from '../text/wrap-line.js';
import type { Deprecation, RetryPolicy } from '../catalog/catalog.js';
import { senderNames } from '../model/sender.js';
import type { MessageDescription } from './describe-message.js';
import { printTree, type PrintOptions } from './print-tree.js';

/**
 * Writes the whole of a message for a person: its summary, its links, and its payload as a tree.
 *
 * @param message - The message.
 * @param options - How.
 */
export function printMessage(message: MessageDescription, options: PrintOptions): string {
  const { paint, columns } = options;
  const [summary = ''] = message.description.split(/\n\s*\n/);
  const facts = factsOf(message);
  const width = Math.max(...facts.map(([label]) => label.length));
  return [
    paint('bold', escapeLine(message.name)),
    ...wrapLine(escapeLine(summary), columns),
    '',
    ...facts.flatMap(([label, text]) => {
      const [first = '', ...others] = wrapLine(escapeLine(text), columns - width - 2);
      return [
        `${paint('dim', label.padEnd(width))}  ${first}`,
        ...others.map((line) => `${' '.repeat(width)}  ${line}`),
      ];
    }),
    '',
    printTree(message.payload, options),
  ].join('\n');
}

function factsOf(message: MessageDescription): (readonly [label: string, text: string])[] {
  const { deprecated, method, constant, source, sentBy, outcome, emits, outcomeOf, emittedBy, retry, exampleCount } =
    message;
  return [
    ...(deprecated === null ? [] : [['Deprecated', deprecationText(deprecated)] as const]),
    ['Method', `client.${method}(payload)`],
    ['Constant', `MessageTypes.${constant}`],
    ['Source', source],
    ['Sent by', senderNames[sentBy]],
    ...(
      [
        ['Outcome', outcome === null ? [] : [outcome]],
        ['Emits', emits],
        ['Outcome of', outcomeOf],
        ['Emitted by', emittedBy],
      ] as const
    )
      .filter(([, names]) => names.length > 0)
      .map(([label, names]) => [label, names.join(', ')] as const),
    ...(retry === null ? [] : [['Retry', retryText(retry)] as const]),
    ['Examples', exampleCount === 0 ? 'none' : String(exampleCount)],
  ];
}

/** Says since when, and what to do instead. */
export function deprecationText({ since, replacedBy, reason }: Deprecation): string {
  const instead = replacedBy === undefined ? '' : `; send ${replacedBy} instead`;
  return `since ${since}${instead}${reason === undefined ? '' : `: ${reason}`}`;
}

function retryText({ attempts, backoff, retryOn = [], neverOn = [] }: RetryPolicy): string {
  const delay = backoff === undefined ? '' : `, ${backoff.type} delay from ${backoff.delay}`;
  const on = retryOn.length === 0 ? '' : `, on ${retryOn.join(', ')}`;
  const never = neverOn.length === 0 ? '' : `, never on ${neverOn.join(', ')}`;
  return `${pluralize(attempts, 'attempt')}${delay}${on}${never}`;
}
