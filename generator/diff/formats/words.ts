import { groupBy } from '../../group-by.js';
import { senderNames } from '../../model/sender.js';
import { escapeJson } from '../../text/escape.js';
import { breaksCallers, isRemoval } from '../breaks-callers.js';
import type { Change, ChangeReport } from '../change-report.js';
import { isTooLow, neededVersion } from '../needed-version.js';

/** What a change is, in a few words. */
export function kindOf(change: Change): string {
  const { level, side, waived } = change;
  const who = side === 'oldWriters' ? 'those who write it as before' : 'those who read it as before';
  const what = {
    'runtime-breaking': `breaks ${who}`,
    'compile-breaking': `breaks the code of ${who}, when they update`,
    undecided: `may break ${who}`,
    safe: `is safe for ${who}`,
  }[level];
  if (isRemoval(change)) return waived === undefined ? 'is gone' : `is gone (waived: ${waived})`;
  return waived === undefined ? what : `${what} (waived: ${waived})`;
}

/** Who has to do what, and in which order. */
export function orderOf(change: Change): string {
  const { level, side, sentBy } = change;
  if (level === 'safe') return '';
  if (level === 'undecided')
    return 'Look at it yourselves: keep it as it was, or waive it in catalog.yaml with a reason.';
  if (level === 'compile-breaking')
    return 'Nothing breaks at run time: whoever updates the package has to change the code first.';
  const callers = sentBy !== 'workers';
  if (isRemoval(change))
    return callers
      ? 'Callers stop sending it first; then it can go.'
      : 'Callers stop waiting for it first; then it can go.';
  if (side === 'oldWriters')
    return callers
      ? 'Callers change what they send first; then deploy the workers.'
      : 'Deploy the workers that send it first.';
  return breaksCallers(change)
    ? 'Callers update the package first; then deploy the workers.'
    : 'Deploy the workers first; then callers may update.';
}

/** The outcome in a sentence. */
export function verdictOf(report: ChangeReport): string {
  const { before, after, bump } = report;
  if (bump === 'none') return `Nothing has changed since ${before}.`;
  const needed = neededVersion(report);
  // Below 1.0.0 the second number is the one that changes where users of the package break.
  const isEarly = bump === 'major' && before.startsWith('0.');
  const need = isEarly
    ? 'the changes break users of the package: below 1.0.0 that needs a new minor version'
    : `the changes need a ${bump} version`;
  const what = `${before} → ${after}: ${need}, ${needed} at least`;
  return isTooLow(report)
    ? `${what}. Set version: ${needed} in catalog.yaml, or let --write set it.`
    : `${what}, and it has one.`;
}

/** What else is to be known: what was added is named by itself. */
export const otherNotices = ({ notices }: ChangeReport): readonly string[] =>
  notices.filter((notice) => !notice.startsWith('message-added: '));

/** Code that shows a change, and what it shows. */
interface Detail {
  readonly title: string;
  readonly language: 'json' | 'ts';
  readonly code: string;
}

/** The code that shows a change: its witness, then its snippet, where it has them. */
export function detailsOf({ side, witness, snippet }: Change): readonly Detail[] {
  const title = side === 'oldWriters' ? 'Accepted before, refused after' : 'Accepted after, refused before';
  return [
    ...(witness === undefined ? [] : [{ title, language: 'json', code: escapeJson(witness) } as const]),
    ...(snippet === undefined
      ? []
      : [{ title: 'Compiles before, and not after', language: 'ts', code: snippet } as const]),
  ];
}

/** The changes of each message, who sends it, and its name. */
export function byMessage({
  changes,
}: ChangeReport): { message: string; sender: string; changes: readonly Change[] }[] {
  return [...groupBy(changes, ({ message }) => message)].flatMap(([message, own]) => {
    const [first] = own;
    return first === undefined ? [] : [{ message, sender: `sent by ${senderNames[first.sentBy]}`, changes: own }];
  });
}
