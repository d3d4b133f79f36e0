import type { Sender } from '../catalog/catalog.js';
import type { Message } from '../model/model.js';
import { pointerText } from '../schema/pointer.js';
import { codeSpan } from '../text/code-span.js';
import type { CatalogVersion } from './catalog-version.js';
import { sides, type Change, type DiffOptions, type Level } from './change-report.js';
import type { Comparison, SchemaComparer } from './compare-schemas.js';
import type { CompileBreak, MessagePair } from './compile-breaks.js';
import { reasonOf } from './reasons.js';
import type { Waivers } from './waivers.js';

/** Two versions of a catalog. */
export interface Versions {
  readonly before: CatalogVersion;
  readonly after: CatalogVersion;
}

/** Of schemas that are the same. */
const nothingFound: Comparison = { breaks: [], open: [], searches: 0 };

/** Finds what changed in the payloads of messages. */
export class MessageDiffer {
  readonly #versions: Versions;
  readonly #comparer: SchemaComparer;
  readonly #waivers: Waivers;
  readonly #options: DiffOptions;

  constructor(versions: Versions, comparer: SchemaComparer, waivers: Waivers, options: DiffOptions) {
    this.#versions = versions;
    this.#comparer = comparer;
    this.#waivers = waivers;
    this.#options = options;
  }

  /** What a change of a message's payload does to each side. */
  changesOf(pair: MessagePair, compileBreaks: readonly CompileBreak[]): Change[] {
    const { name, sentBy: wasSentBy } = pair.before;
    const sentBy: Sender = pair.after.sentBy === wasSentBy ? wasSentBy : 'both';
    const [before, after] = [this.#versions.before.siteOf(name), this.#versions.after.siteOf(name)];
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
      const isWaived = (pointer: string): number => (this.#waivers.find(name, pointer) === undefined ? 0 : 1);
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
      if (this.#options.all === true && found.length === 0)
        found.push(changeOf('safe', 'Every payload that one version accepts, the other accepts.', []));
      return found;
    });
  }

  /** The entry of a message that is gone. */
  removal({ name, sentBy, examples, deprecated }: Message): Change {
    const { before } = this.#versions;
    const site = before.siteOf(name);
    const payloads = examples.map(({ payload }) => payload);
    const { breaks } = this.#comparer.compare(site, { ...site, schema: false }, payloads);
    const { removal, replacedBy } = deprecated ?? {};
    const announced =
      removal === undefined
        ? ''
        : removal <= this.#options.today
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
      snippet: `import type { MessagePayloads } from '${before.packageName}';\n\ndeclare const payload: MessagePayloads['${name}'];\n`,
    };
  }
}
