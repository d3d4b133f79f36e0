import { additions } from '../diff/additions.js';
import { breaksCallers } from '../diff/breaks-callers.js';
import type { Change, ChangeReport } from '../diff/change-report.js';
import { groupBy } from '../group-by.js';
import type { Message, Model } from '../model/model.js';
import { markdownText } from '../render/markdown/markdown.js';
import { deprecationSentence } from '../render/markdown/pages.js';
import { valueExpression } from '../render/typescript/literals.js';
import { codeBlock, codeSpan } from '../text/code-span.js';
import { callOf, examplePayload, sideBySide } from './calls.js';

/** Two versions of a catalog, and how they differ. */
export interface Release {
  readonly report: ChangeReport;
  readonly before: Model;
  readonly after: Model;
  /** Day of the release, as `2026-01-31`. */
  readonly date: string;
}

/** A heading and what is below it; empty where there is nothing to say. */
type Section = readonly [title: string, entries: readonly string[]];

/**
 * What a release changes for those who use the package, as a section of a changelog (https://keepachangelog.com): what they have to
 * do, message by message, with the old and the new call.
 */
export function releaseNotes(release: Release): string {
  const { report, date, after } = release;
  const { repository } = after.settings.package;
  const version =
    repository === undefined ? `[${report.after}]` : `[${report.after}](${compareUrl(repository, report)})`;
  const sections: readonly Section[] = [
    ['Added', additions(release.before, after).map((each) => `- ${markdownText(each)}`)],
    ['Changed', [...noticesOf(report), ...changed(release)]],
    ['Deprecated', deprecated(release)],
    ['Removed', removed(release)],
  ];
  const parts = sections.flatMap(([title, entries]) => (entries.length === 0 ? [] : [`### ${title}`, layOut(entries)]));
  if (parts.length === 0) parts.push('Nothing changes for callers and workers.');
  return `${[`## ${version} - ${date}`, ...parts].join('\n\n')}\n`;
}

function compareUrl(repository: string, { before, after }: ChangeReport): string {
  return `${repository.replace(/(?:\.git)?\/*$/, '')}/compare/v${before}...v${after}`;
}

/** List items follow each other; everything else has a line of its own around it. */
function layOut(entries: readonly string[]): string {
  return entries.reduce(
    (text, entry) => `${text}${text.startsWith('- ') && entry.startsWith('- ') ? '\n' : '\n\n'}${entry}`,
  );
}

function changed(release: Release): string[] {
  const { report, before, after } = release;
  return [...groupBy(report.changes, ({ message }) => message)].flatMap(([name, changes]) => {
    const [old, current] = [messageOf(before, name), messageOf(after, name)];
    if (old === undefined || current === undefined) return [];
    return [`#### ${codeSpan(name)}\n\n${changes.map(bullet).join('\n')}`, ...codeOf(changes, [old, current], release)];
  });
}

/** What else is to be known; sections of their own have what came and what is deprecated, and some are for those who release. */
function noticesOf({ notices }: ChangeReport): string[] {
  const others = notices.filter(
    (notice) => !/^(?:message-(?:added|deprecated)|waiver-unused|compared-with): /.test(notice),
  );
  return others.map((notice) => `- ${markdownText(notice)}`);
}

/** Whom a change meets, in the words of those who read it. */
function audienceOf(change: Change): string {
  if (change.sentBy === 'both') return 'Callers and workers';
  return breaksCallers(change) ? 'Callers' : 'Workers';
}

/** What people have to do about each level, by what meets them. */
const duties = {
  oldWriters: {
    'runtime-breaking': 'must change what they send',
    'compile-breaking': 'must change the code that sends it',
    undecided: 'should check what they send, which was not proven to fit still',
    safe: 'need not change what they send',
  },
  oldReaders: {
    'runtime-breaking': 'must be ready for what they receive',
    'compile-breaking': 'must change the code that receives it',
    undecided: 'should check that they are ready for what they receive, which was not proven',
    safe: 'need not change the code that receives it',
  },
} as const;

function bullet(change: Change): string {
  const { side, level, reason, waived } = change;
  const accepted = waived === undefined ? '' : ` Accepted: ${markdownText(waived)}`;
  return `- **${audienceOf(change)}** ${duties[side][level]}: ${markdownText(reason)}${accepted}`;
}

/** The old and the new call where something can no longer be sent, and else what may be received now. */
function codeOf(changes: readonly Change[], [old, current]: readonly [Message, Message], release: Release): string[] {
  const { report, before, after } = release;
  const breaking = changes.filter(({ level }) => level === 'runtime-breaking' || level === 'compile-breaking');
  const sent = breaking.find(({ side }) => side === 'oldWriters');
  if (sent !== undefined) {
    const { witness, snippet } = sent;
    // A payload that people know shows more than the smallest one.
    const known = old.examples.find(({ payload }) => current.problemsOf(payload).length > 0);
    const payload = known?.payload ?? witness ?? examplePayload(old, before);
    const same = current.examples.find(({ title }) => title === known?.title);
    const calls = {
      before: known === undefined && witness === undefined && snippet !== undefined ? snippet : callOf(old, payload),
      after: callOf(current, same?.payload ?? examplePayload(current, after)),
    };
    return [sideBySide(calls, report)];
  }
  return breaking.flatMap(({ witness, snippet }) => {
    if (witness !== undefined)
      return [`May be received from now on:\n\n${codeBlock('ts', valueExpression(witness, 0))}`];
    return snippet === undefined ? [] : [`No longer compiles:\n\n${codeBlock('ts', snippet)}`];
  });
}

function deprecated({ before, after }: Release): string[] {
  return after.messages.flatMap(({ name, deprecated: current }) => {
    const isNew = current !== undefined && messageOf(before, name)?.deprecated === undefined;
    return isNew ? [`- ${codeSpan(name)}: ${markdownText(deprecationSentence(current))}`] : [];
  });
}

function removed({ report, before, after }: Release): string[] {
  const messages = before.messages.filter(({ name }) => messageOf(after, name) === undefined);
  return [
    ...messages.map((old) => {
      const next = messageOf(after, old.deprecated?.replacedBy ?? '');
      const title = `#### ${codeSpan(old.name)}`;
      const call = callOf(old, examplePayload(old, before));
      if (next === undefined)
        return `${title}\n\nNothing takes its place. No longer there:\n\n${codeBlock('ts', call)}`;
      const calls = { before: call, after: callOf(next, examplePayload(next, after)) };
      return `${title}\n\nSend ${codeSpan(next.name)} instead.\n\n${sideBySide(calls, report)}`;
    }),
    ...(report.exports.length === 0
      ? []
      : [`The package no longer exports ${report.exports.map(codeSpan).join(', ')}.`]),
  ];
}

const messageOf = ({ messages }: Model, name: string): Message | undefined =>
  messages.find((message) => message.name === name);
