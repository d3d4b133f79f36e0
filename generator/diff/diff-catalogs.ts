import type { Catalog, Sender } from '../catalog/catalog.js';
import { compareText } from '../diagnostics/diagnostic.js';
import { buildModel } from '../model/build-model.js';
import type { Message, Model } from '../model/model.js';
import { namedTypes } from '../model/named-types.js';
import type { Site } from '../satisfiability/site.js';
import { pointerText } from '../schema/pointer.js';
import { declaredNames } from '../render/typescript/module.js';
import { additions } from './additions.js';
import { bumps, levels, sides } from './change-report.js';
import type { Bump, Change, ChangeReport, Diff, DiffOptions, Level } from './change-report.js';
import { findCompileBreaks, type CompileBreak, type MessagePair } from './compile-breaks.js';
import { SchemaComparer, type Comparison } from './compare-schemas.js';
import { breaksCallers, isRemoval } from './breaks-callers.js';
import { CatalogVersion } from './catalog-version.js';
import { messageNotices, settingsNotices, type Notice } from './notices.js';
import { reasonOf } from './reasons.js';
import { codeSpan } from '../text/code-span.js';
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
  const [was, is] = [buildModel(before), buildModel(after)];
  const differ = new CatalogDiffer(before, after, options.strict === true);
  const known = new Map(is.messages.map((message) => [message.name, message]));
  const pairs = was.messages.flatMap((message): MessagePair[] => {
    const same = known.get(message.name);
    return same === undefined ? [] : [{ before: message, after: same }];
  });
  const compileBreaks = await findCompileBreaks(was, is, pairs);
  const changes = pairs.flatMap((pair) => differ.changesOf(pair, compileBreaks, options.all === true, waivers));
  const removed = was.messages.filter(({ name }) => !is.messages.some((each) => each.name === name));
  changes.push(...removed.map((message) => differ.removal(message, options.today)));
  const sorted = [...waivers.apply(changes)].sort(
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
    ...messageNotices(was, is, pairs, differ),
    ...settingsNotices(before.settings, after.settings),
  ];
  const secrets = notices.filter(
    ({ kind, message = '', pointer = '' }) => kind === 'secret-removed' && !waivers.find(message, pointer),
  );
  const needed: Bump[] = [
    ...sorted.map(bumpOf),
    ...notices.map(({ bump }) => bump),
    ...exports.map((name) => (waivedExports.has(name) ? 'minor' : 'major')),
    differ.gains(pairs) ? 'minor' : 'none',
    differ.isSame() ? 'none' : 'patch',
  ];
  const report: ChangeReport = {
    before: before.settings.version,
    after: after.settings.version,
    bump: bumps[Math.max(...needed.map((bump) => bumps.indexOf(bump)))] ?? 'none',
    changes: sorted,
    exports,
    notices: [...notices.map(({ kind, text }) => `${kind}: ${text}`), ...waivers.unused],
  };
  const problems = secrets.map(({ text }) => `${text} Waive it in catalog.yaml if that is meant.`);
  return {
    report,
    added: additions(was, is),
    problems: [...waivers.problems, ...problems],
    placeOf: (change, version) => differ.placeOf(change, version),
  };
}

function bumpOf(change: Change): Bump {
  if (change.level === 'safe') return 'none';
  if (change.waived !== undefined) return 'minor';
  const isMajor = change.snippet !== undefined || breaksCallers(change);
  return isMajor ? 'major' : 'minor';
}

function deployNotice(change: Change): Notice[] {
  if (change.level !== 'runtime-breaking' || breaksCallers(change) || isRemoval(change)) return [];
  return [{ kind: 'deploy-workers-first', text: `${codeSpan(change.message)}: ${change.reason}`, bump: 'minor' }];
}

/** Names that the declarations of messages and types have at the root of the package. */
const exportsOf = (types: readonly Pick<Message, 'payload' | 'locals'>[]): string[] =>
  declaredNames(types.flatMap(({ payload, locals }) => [payload, ...locals]));

function lostExports(was: Model, is: Model): string[] {
  const [before, after] = [was, is].map((model) => declaredNames([...namedTypes(model).values()]));
  const kept = new Set(after);
  return (before ?? []).filter((name) => !kept.has(name)).sort(compareText);
}

/** Of schemas that are the same. */
const nothingFound: Comparison = { breaks: [], open: [], searches: 0 };

/** Two versions of a catalog, and what was found of them. */
class CatalogDiffer {
  readonly #before: CatalogVersion;
  readonly #after: CatalogVersion;
  readonly #comparer: SchemaComparer;

  constructor(before: Catalog, after: Catalog, isStrict: boolean) {
    this.#before = new CatalogVersion(before);
    this.#after = new CatalogVersion(after);
    this.#comparer = new SchemaComparer(isStrict);
  }

  /** What a change of a message's payload does to each side. */
  changesOf(pair: MessagePair, compileBreaks: readonly CompileBreak[], hasAll: boolean, waivers: Waivers): Change[] {
    const { name, sentBy: wasSentBy } = pair.before;
    const sentBy: Sender = pair.after.sentBy === wasSentBy ? wasSentBy : 'both';
    const [before, after] = [this.#before.siteOf(name), this.#after.siteOf(name)];
    const areSame = this.#comparer.areSame(before, after);
    const examples = [...pair.before.examples, ...pair.after.examples].map(({ payload }) => payload);
    return sides.flatMap((side): Change[] => {
      const [own, other] = side === 'oldWriters' ? [before, after] : [after, before];
      const { breaks, open, searches } = areSame ? nothingFound : this.#comparer.compare(own, other, examples);
      const changeOf = (
        level: Level,
        reason: string,
        places: readonly string[],
        more: Partial<Change> = {},
      ): Change => {
        const [pointer = '', ...others] = new Set(places);
        const also = others.length === 0 ? '' : ` Also at ${others.map(codeSpan).join(', ')}.`;
        return { message: name, sentBy, side, level, pointer, reason: `${reason}${also}`, ...more };
      };
      const isWaived = (pointer: string): number => (waivers.find(name, pointer) === undefined ? 0 : 1);
      /** Those first that no waiver admits. */
      const ranked = <Place extends { readonly pointer: string }>(places: readonly Place[]): readonly Place[] =>
        places.toSorted((a, b) => isWaived(a.pointer) - isWaived(b.pointer));
      const broken = ranked(breaks.map((each) => ({ ...each, pointer: pointerText(each.path) })));
      const [worst] = broken;
      const mine = ranked(compileBreaks.filter((each) => each.message === name && each.side === side));
      const atWorst = worst && mine.find(({ pointer }) => worst.pointer.startsWith(pointer));
      const { snippet, reason = '' } = atWorst ?? mine[0] ?? {};
      const pointers = (places: readonly { readonly pointer: string }[]): string[] =>
        places.map((each) => each.pointer);
      if (worst !== undefined) {
        const more = { witness: worst.witness ?? null, ...(snippet === undefined ? {} : { snippet }) };
        return [changeOf('runtime-breaking', reasonOf(side, worst.atom, worst.path), pointers(broken), more)];
      }
      const found = snippet === undefined ? [] : [changeOf('compile-breaking', reason, pointers(mine), { snippet })];
      const [first] = open;
      if (first !== undefined) {
        const keyword = codeSpan(String(first.atom.at[0] ?? ''));
        const why = `Whether this breaks stays open at ${keyword}: there is no proof, and ${searches} searches found no payload that shows it.`;
        const places = open.map(({ path }) => pointerText(path));
        found.push(changeOf('undecided', why, places));
      }
      if (hasAll && found.length === 0)
        found.push(changeOf('safe', 'Every payload that one version accepts, the other accepts.', []));
      return found;
    });
  }

  /** The entry of a message that is gone. */
  removal({ name, sentBy, examples, deprecated }: Message, today: string): Change {
    const site = this.#before.siteOf(name);
    const nothing: Site = { ...site, schema: false };
    const { breaks } = this.#comparer.compare(
      site,
      nothing,
      examples.map(({ payload }) => payload),
    );
    const { removal, replacedBy } = deprecated ?? {};
    const announced =
      removal === undefined
        ? ''
        : removal <= today
          ? `, as announced for ${removal}`
          : `, before ${removal}, for which it was announced`;
    const instead = replacedBy === undefined ? '' : ` Send ${codeSpan(replacedBy)} instead.`;
    return {
      message: name,
      sentBy,
      side: 'oldWriters',
      level: 'runtime-breaking',
      pointer: '',
      reason: `The message is removed${announced}.${instead}`,
      witness: breaks[0]?.witness ?? {},
      snippet: `import type { MessagePayloads } from '${this.#before.packageName}';\n\ndeclare const payload: MessagePayloads['${name}'];\n`,
    };
  }

  /** A text that two messages share only if their payloads accept the same. */
  digestOf(message: string): string {
    return this.#comparer.digest((this.#before.has(message) ? this.#before : this.#after).siteOf(message));
  }

  /** Whether a payload accepts more than before, or anything else that callers can see. */
  gains(pairs: readonly MessagePair[]): boolean {
    return pairs.some(
      ({ before: { name } }) => !this.#comparer.areSame(this.#before.siteOf(name), this.#after.siteOf(name)),
    );
  }

  /** Whether nothing differs but the version. */
  isSame(): boolean {
    return this.#before.text === this.#after.text;
  }

  /** Where a message's payload holds what is never shown. */
  secretsOf(message: string, version: 'before' | 'after'): ReadonlySet<string> {
    return (version === 'before' ? this.#before : this.#after).secretsOf(message);
  }

  /** See {@link Diff.placeOf}. */
  placeOf(
    { message, pointer }: Pick<Change, 'message' | 'pointer'>,
    version: 'before' | 'after',
  ): ReturnType<Diff['placeOf']> {
    return (version === 'before' ? this.#before : this.#after).placeOf(message, pointer);
  }
}
