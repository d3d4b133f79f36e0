import type { Catalog } from '../catalog/catalog.js';
import { compareText } from '../diagnostics/diagnostic.js';
import { buildModel } from '../model/build-model.js';
import type { Message, Model } from '../model/model.js';
import { namedTypes } from '../model/named-types.js';
import { declaredNames } from '../render/typescript/module.js';
import { additions } from './additions.js';
import { bumps, levels } from './change-report.js';
import type { Bump, Change, ChangeReport, Diff, DiffOptions } from './change-report.js';
import { findCompileBreaks } from './compile-breaks.js';
import { SchemaComparer } from './compare-schemas.js';
import { breaksCallers, bumpOf, isRemoval } from './breaks-callers.js';
import { CatalogVersion } from './catalog-version.js';
import { MessageDiffer } from './message-differ.js';
import { messageNotices, settingsNotices, type MatchedMessages, type Notice } from './notices.js';
import { codeSpan } from '../text/code-span.js';
import { changedMessages } from './unchanged-files.js';
import { Waivers } from './waivers.js';

/** Compares two versions of a catalog. Both are checked catalogs; neither is changed. */
export async function diffCatalogs(before: Catalog, after: Catalog, options: DiffOptions): Promise<Diff> {
  const waivers = new Waivers(after.settings.diff.waivers, options.today);
  const looked = options.all === true ? undefined : changedMessages(before, after);
  const [was, is] = [buildModel(before, looked), buildModel(after, looked)];
  const versions = { before: new CatalogVersion(before), after: new CatalogVersion(after) };
  const comparer = new SchemaComparer(options.strict === true);
  const differ = new MessageDiffer(versions, comparer, waivers, options);
  const messages = matchMessages(was, is);
  const { pairs, removed } = messages;
  const compileBreaks = await findCompileBreaks(was, is, pairs);
  const changes = pairs.flatMap((pair) => differ.changesOf(pair, compileBreaks));
  changes.push(...removed.map((message) => differ.removal(message)));
  const sorted = [...waivers.apply(changes, differ.placesOf)].sort(worstFirst);
  const exports = lostExports(was, is);
  const waivedExports = exportsOf(removed.filter(({ name }) => waivers.find(name, '')));
  const notices = [
    ...sorted.flatMap(deployNotice),
    ...messageNotices(messages, versions, comparer),
    ...settingsNotices(before.settings, after.settings),
  ];
  const secrets = notices.filter(
    ({ kind, message = '', pointer = '' }) => kind === 'secret-removed' && !waivers.find(message, pointer),
  );
  const bump = mostOf([
    ...sorted.map(bumpOf),
    ...notices.map((notice) => notice.bump),
    ...exports.map((name) => (waivedExports.includes(name) ? 'minor' : 'major')),
    ...pairs.map(({ before: { name } }) =>
      comparer.areSame(versions.before.siteOf(name), versions.after.siteOf(name)) ? 'none' : 'minor',
    ),
  ]);
  const report: ChangeReport = {
    before: before.settings.version,
    after: after.settings.version,
    bump: bump === 'none' && versions.before.text !== versions.after.text ? 'patch' : bump,
    changes: sorted,
    exports,
    notices: [
      ...notices.map(({ kind, text }) => `${kind}: ${text}`),
      ...waivers.unused(new Set([...before.messageNames, ...after.messageNames])),
    ],
  };
  const problems = secrets.map(({ text }) => `${text} Waive it in catalog.yaml if that is meant.`);
  return {
    report,
    added: additions(was, is),
    problems: [...waivers.problems, ...problems],
    placesOf: differ.placesOf,
    placeOf: ({ message, pointer }, version) => versions[version].placeOf(message, pointer),
  };
}

/** Which messages both versions have, and which one of them alone. */
function matchMessages(was: Model, is: Model): MatchedMessages {
  const after = new Map(is.messages.map((message) => [message.name, message]));
  const before = new Set(was.messages.map(({ name }) => name));
  const pairs = was.messages.flatMap((message) => {
    const same = after.get(message.name);
    return same === undefined ? [] : [{ before: message, after: same }];
  });
  const removed = was.messages.filter(({ name }) => !after.has(name));
  return { pairs, removed, added: is.messages.filter(({ name }) => !before.has(name)) };
}

const worstFirst = (a: Change, b: Change): number =>
  levels.indexOf(a.level) - levels.indexOf(b.level) || compareText(a.message, b.message) || compareText(a.side, b.side);

const mostOf = (needed: readonly Bump[]): Bump => bumps.findLast((bump) => needed.includes(bump)) ?? 'none';

function deployNotice(change: Change): Notice[] {
  if (change.level !== 'runtime-breaking' || breaksCallers(change) || isRemoval(change)) return [];
  return [{ kind: 'deploy-workers-first', text: `${codeSpan(change.message)}: ${change.reason}`, bump: 'minor' }];
}

/** Names that the declarations of messages and types have at the root of the package. */
const exportsOf = (files: readonly Pick<Message, 'declared'>[]): string[] =>
  declaredNames(files.flatMap(({ declared }) => declared));

function lostExports(was: Model, is: Model): string[] {
  const namesOf = (model: Model): string[] => declaredNames([...namedTypes(model).values()]);
  const kept = new Set(namesOf(is));
  return namesOf(was)
    .filter((name) => !kept.has(name))
    .sort(compareText);
}
