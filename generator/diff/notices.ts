import type { CatalogSettings } from '../catalog/catalog.js';
import type { Message } from '../model/model.js';
import { senderNames } from '../model/sender.js';
import { codeSpan } from '../text/code-span.js';
import type { Bump } from './change-report.js';
import type { SchemaComparer } from './compare-schemas.js';
import type { Versions } from './message-differ.js';
import type { MessagePair } from './compile-breaks.js';

/** Something to know that is no change of a payload. */
export interface Notice {
  /** What it is, for programs. */
  readonly kind: string;
  readonly text: string;
  readonly bump: Bump;
  readonly message?: string;
  readonly pointer?: string;
}

/** The messages of two versions. */
export interface MatchedMessages {
  /** Those that both have. */
  readonly pairs: readonly MessagePair[];
  /** Those that the version before alone has. */
  readonly removed: readonly Message[];
  /** Those that the version after alone has. */
  readonly added: readonly Message[];
}

/** What to know of messages: which came, moved or may have another name, and what changed beside their payloads. */
export function messageNotices(
  { pairs, removed, added }: MatchedMessages,
  versions: Versions,
  comparer: SchemaComparer,
): Notice[] {
  return [
    ...added.map(({ name, sentBy }): Notice => ({
      kind: 'message-added',
      text: `${codeSpan(name)}, sent by ${senderNames[sentBy]}.`,
      bump: 'minor',
    })),
    ...removed.flatMap(({ name }) => {
      const same = added.filter((each) =>
        comparer.areSame(versions.before.siteOf(name), versions.after.siteOf(each.name)),
      );
      return same.map((each): Notice => ({
        kind: 'message-renamed',
        text: `${codeSpan(name)} may be ${codeSpan(each.name)} now: their payloads are equal. Keep the old name, deprecated, to break nobody.`,
        bump: 'none',
      }));
    }),
    ...pairs.flatMap(({ before, after }) => ofMessage(before, after)),
    ...pairs.flatMap(({ before: { name } }) => secretNotices(name, versions)),
  ];
}

function ofMessage(before: Message, after: Message): Notice[] {
  const { name } = before;
  const found: Notice[] = [];
  const add = (kind: string, text: string, bump: Bump): void => {
    found.push({ kind, text: `${codeSpan(name)}: ${text}`, bump, message: name });
  };
  const added = (now: readonly string[], then: readonly string[]): string[] =>
    now.filter((each) => !then.includes(each));
  if (before.domain !== after.domain)
    add('message-moved', `it moves from ${before.domain || '.'} to ${after.domain || '.'}.`, 'patch');
  if (before.deprecated === undefined && after.deprecated !== undefined) {
    const { replacedBy, removal } = after.deprecated;
    const instead = replacedBy === undefined ? '' : ` Send ${codeSpan(replacedBy)} instead.`;
    add(
      'message-deprecated',
      `it is deprecated.${instead}${removal === undefined ? '' : ` It may be removed from ${removal} on.`}`,
      'minor',
    );
  }
  if (before.outcome === undefined && after.outcome !== undefined)
    add('outcome-added', `${codeSpan(after.outcome)} reports its end.`, 'minor');
  const [more, less] = [added(after.emits, before.emits), added(before.emits, after.emits)];
  if (more.length > 0) add('emits-added', `${more.map(codeSpan).join(', ')} is sent while its job runs.`, 'minor');
  if (less.length > 0)
    add('emits-removed', `${less.map(codeSpan).join(', ')} is no longer sent while its job runs.`, 'patch');
  if (before.sentBy !== after.sentBy)
    add('sent-by', `sent by ${senderNames[after.sentBy]}, and was by ${senderNames[before.sentBy]}.`, 'patch');
  if (JSON.stringify(before.retry) !== JSON.stringify(after.retry))
    add('retry', 'failed jobs are repeated by other rules.', 'patch');
  return found;
}

function secretNotices(message: string, { before: was, after: is }: Versions): Notice[] {
  const [before, after] = [was.secretsOf(message), is.secretsOf(message)];
  const notice = (kind: string, pointer: string, what: string, bump: Bump): Notice => ({
    kind,
    text: `${codeSpan(message)} at ${pointer === '' ? 'the payload' : codeSpan(pointer)} is ${what} from now on.`,
    bump,
    message,
    pointer,
  });
  return [
    ...[...after].filter((each) => !before.has(each)).map((each) => notice('secret-added', each, 'redacted', 'patch')),
    ...[...before].filter((each) => !after.has(each)).map((each) => notice('secret-removed', each, 'printed', 'patch')),
  ];
}

/** What to know of settings: those that break a deployment need a major version. */
export function settingsNotices(before: CatalogSettings, after: CatalogSettings): Notice[] {
  const values = ({ package: { name }, environment }: CatalogSettings): [string, string][] => [
    ['package-name', name],
    ['environment-base-url', environment.baseUrl],
    ['environment-api-key', environment.apiKey],
  ];
  const now = new Map(values(after));
  return values(before).flatMap(([kind, was]) =>
    now.get(kind) === was
      ? []
      : [{ kind, text: `${codeSpan(now.get(kind) ?? '')}, and was ${codeSpan(was)}.`, bump: 'major' }],
  );
}
