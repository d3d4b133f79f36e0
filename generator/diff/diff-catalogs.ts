import type { Catalog } from '../catalog/catalog.js';
import { compareText } from '../diagnostics/diagnostic.js';
import { buildModel } from '../model/build-model.js';
import type { Message, Model } from '../model/model.js';
import { namedTypes } from '../model/named-types.js';
import { declaredNames } from '../render/typescript/module.js';
import { additions } from './additions.js';
import { bumps, levels } from './change-report.js';
import type { Bump, Change, ChangedPlace, ChangeReport, Diff, DiffOptions } from './change-report.js';
import { findCompileBreaks, type MessagePair } from './compile-breaks.js';
import { SchemaComparer } from './compare-schemas.js';
import { breaksCallers, bumpOf, isRemoval } from './breaks-callers.js';
import { CatalogVersion } from './catalog-version.js';
import { MessageDiffer } from './message-differ.js';
import { messageNotices, settingsNotices, type Notice } from './notices.js';
import { codeSpan } from '../text/code-span.js';
import { changedMessages } from './unchanged-files.js';
import { Waivers } from './waivers.js';

/**
 * Compares two versions of a catalog. Both are checked catalogs; neither is changed.
 *
 * @param before - The version that callers and workers have.
 * @param after - The version that is to come.
 * @param options - How.
 */
export async function diffCatalogs(before: Catalog, after: Catalog, options: DiffOptions): Promise<Diff> {
  const waivers = new Waivers(after.settings.diff.waivers, options.today);
  const looked = options.all === true ? undefined : changedMessages(before, after);
  const [was, is] = [buildModel(before, looked), buildModel(after, looked)];
  const versions = { before: new CatalogVersion(before), after: new CatalogVersion(after) };
  const comparer = new SchemaComparer(options.strict === true);
  const differ = new MessageDiffer(versions, comparer, waivers, options);
  const known = new Map(is.messages.map((message) => [message.name, message]));
  const pairs = was.messages.flatMap((message): MessagePair[] => {
    const same = known.get(message.name);
    return same === undefined ? [] : [{ before: message, after: same }];
  });
  const compileBreaks = await findCompileBreaks(was, is, pairs);
  const changes = pairs.flatMap((pair) => differ.changesOf(pair, compileBreaks));
  const removed = was.messages.filter(({ name }) => !known.has(name));
  changes.push(...removed.map((message) => differ.removal(message)));
  const placesOf = (change: Change): readonly ChangedPlace[] => differ.placesOf(change);
  const sorted = [...waivers.apply(changes, placesOf)].sort(
    (a, b) =>
      levels.indexOf(a.level) - levels.indexOf(b.level) ||
      compareText(a.message, b.message) ||
      compareText(a.side, b.side),
  );
  const exports = lostExports(was, is);
  const waivedExports = new Set(
    removed.flatMap((message) => (waivers.find(message.name, '') ? exportsOf([message]) : [])),
  );
  const notices = [
    ...sorted.flatMap(deployNotice),
    ...messageNotices(was, is, pairs, versions, comparer),
    ...settingsNotices(before.settings, after.settings),
  ];
  const secrets = notices.filter(
    ({ kind, message = '', pointer = '' }) => kind === 'secret-removed' && !waivers.find(message, pointer),
  );
  const gains = pairs.some(
    ({ before: { name } }) => !comparer.areSame(versions.before.siteOf(name), versions.after.siteOf(name)),
  );
  const needed: Bump[] = [
    ...sorted.map(bumpOf),
    ...notices.map(({ bump }) => bump),
    ...exports.map((name) => (waivedExports.has(name) ? 'minor' : 'major')),
    gains ? 'minor' : 'none',
  ];
  const bump = bumps[Math.max(...needed.map((each) => bumps.indexOf(each)))] ?? 'none';
  const names = new Set([...before.messageNames, ...after.messageNames]);
  const report: ChangeReport = {
    before: before.settings.version,
    after: after.settings.version,
    bump: bump === 'none' && versions.before.text !== versions.after.text ? 'patch' : bump,
    changes: sorted,
    exports,
    notices: [...notices.map(({ kind, text }) => `${kind}: ${text}`), ...waivers.unused(names)],
  };
  const problems = secrets.map(({ text }) => `${text} Waive it in catalog.yaml if that is meant.`);
  return {
    report,
    added: additions(was, is),
    problems: [...waivers.problems, ...problems],
    placesOf,
    placeOf: ({ message, pointer }, version) => versions[version].placeOf(message, pointer),
  };
}

function deployNotice(change: Change): Notice[] {
  if (change.level !== 'runtime-breaking' || breaksCallers(change) || isRemoval(change)) return [];
  return [{ kind: 'deploy-workers-first', text: `${codeSpan(change.message)}: ${change.reason}`, bump: 'minor' }];
}

/** Names that the declarations of messages and types have at the root of the package. */
const exportsOf = (types: readonly Pick<Message, 'payload' | 'locals'>[]): string[] =>
  declaredNames(types.flatMap(({ payload, locals }) => [payload, ...locals]));

function lostExports(was: Model, is: Model): string[] {
  const namesOf = (model: Model): string[] => declaredNames([...namedTypes(model).values()]);
  const kept = new Set(namesOf(is));
  return namesOf(was)
    .filter((name) => !kept.has(name))
    .sort(compareText);
}
