import type { Sender } from '../catalog/catalog.js';
import type { Message } from '../model/model.js';
import { pointerPath, pointerText } from '../schema/pointer.js';
import { codeSpan } from '../text/code-span.js';
import type { CatalogVersion } from './catalog-version.js';
import { sides, type Change, type ChangedPlace, type DiffOptions, type Level, type Side } from './change-report.js';
import type { Difference, SchemaComparer } from './compare-schemas.js';
import type { CompileBreak, MessagePair } from './compile-breaks.js';
import { joinReasons, reasonOf } from './reasons.js';
import type { Waivers } from './waivers.js';

/** Two versions of a catalog. */
export interface Versions {
  readonly before: CatalogVersion;
  readonly after: CatalogVersion;
}

/** A place, and what is known of how the run-time check breaks there. */
type BrokenPlace = ChangedPlace & Difference;

/** Finds what changed in the payloads of messages. */
export class MessageDiffer {
  readonly #versions: Versions;
  readonly #comparer: SchemaComparer;
  readonly #waivers: Waivers;
  readonly #options: DiffOptions;
  readonly #places = new Map<string, readonly ChangedPlace[]>();

  constructor(versions: Versions, comparer: SchemaComparer, waivers: Waivers, options: DiffOptions) {
    this.#versions = versions;
    this.#comparer = comparer;
    this.#waivers = waivers;
    this.#options = options;
  }

  /** See {@link Diff.placesOf}. */
  readonly placesOf = (change: Change): readonly ChangedPlace[] => this.#places.get(keyOf(change)) ?? [change];

  /** What a change of a message's payload does to each side. */
  changesOf(pair: MessagePair, compileBreaks: readonly CompileBreak[]): Change[] {
    return sides.flatMap((side) => {
      const found = this.#changesFor(side, pair, compileBreaks);
      if (this.#options.all !== true || found.length > 0) return found;
      const reason = 'Every payload that one version accepts, the other accepts.';
      return this.#change(side, pair, 'safe', [{ pointer: '', reason }]);
    });
  }

  #changesFor(side: Side, pair: MessagePair, compileBreaks: readonly CompileBreak[]): Change[] {
    const { broken, open } = this.#runtimePlaces(side, pair);
    const mine = compileBreaks.filter((each) => each.message === pair.before.name && each.side === side);
    const alone = mine.filter(({ pointer }) => !broken.some((place) => isCauseOf(place, pointer)));
    const causedBy = (places: readonly BrokenPlace[]): readonly CompileBreak[] =>
      this.#unwaived(
        pair,
        mine.filter(({ pointer }) => places.some((place) => isCauseOf(place, pointer))),
      );
    return [
      ...this.#change(side, pair, 'runtime-breaking', broken, (worst, shown) => {
        const [{ snippet } = {}] = [...causedBy(shown.slice(0, 1)), ...causedBy(shown)];
        return { witness: worst.witness ?? null, ...(snippet !== undefined && { snippet }) };
      }),
      ...this.#change(side, pair, 'compile-breaking', alone, ({ snippet }) => ({ snippet })),
      ...this.#change(side, pair, 'undecided', open),
    ];
  }

  /** Where one version refuses payloads that the other accepts, and where that stays open. */
  #runtimePlaces(side: Side, { before, after }: MessagePair): { broken: BrokenPlace[]; open: ChangedPlace[] } {
    const was = this.#versions.before.siteOf(before.name);
    const is = this.#versions.after.siteOf(before.name);
    if (this.#comparer.areSame(was, is)) return { broken: [], open: [] };
    const examples = [...before.examples, ...after.examples].map(({ payload }) => payload);
    const [own, other] = side === 'oldWriters' ? [was, is] : [is, was];
    const { breaks, open, searches } = this.#comparer.compare(own, other, examples);
    const pointer = ({ path }: Difference): string => pointerText(path);
    return {
      broken: breaks.map((at) => ({ ...at, pointer: pointer(at), reason: reasonOf(side, at.atom, at.path) })),
      open: open.map((at) => ({
        pointer: pointer(at),
        reason: `Whether this breaks stays open at ${codeSpan(String(at.atom.at[0] ?? ''))}: there is no proof, and ${searches} searches found no payload that shows it.`,
      })),
    };
  }

  /** The places that no waiver admits; all where each has one. */
  #unwaived<Place extends ChangedPlace>({ before }: MessagePair, places: readonly Place[]): readonly Place[] {
    const unwaived = places.filter(({ pointer }) => this.#waivers.find(before.name, pointer) === undefined);
    return unwaived.length === 0 ? places : unwaived;
  }

  /** The change that places make, without those that are waived; none where there are none. */
  #change<Place extends ChangedPlace>(
    side: Side,
    pair: MessagePair,
    level: Level,
    places: readonly Place[],
    detailsOf: (worst: Place, shown: readonly Place[]) => Partial<Change> = () => ({}),
  ): Change[] {
    const shown = this.#unwaived(pair, places);
    const [worst] = shown;
    if (worst === undefined) return [];
    const { name, sentBy: sentByBefore } = pair.before;
    const sentBy: Sender = pair.after.sentBy === sentByBefore ? sentByBefore : 'both';
    const change = { message: name, sentBy, side, level, pointer: worst.pointer };
    this.#places.set(keyOf(change), shown);
    return [{ ...change, reason: joinReasons(shown), ...detailsOf(worst, shown) }];
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

const keyOf = ({ message, side, level }: Pick<Change, 'message' | 'side' | 'level'>): string =>
  [message, side, level].join(' ');

/** Whether types differ at a pointer because of what a place asks: there, further inside, or of a property of its object. */
function isCauseOf({ path, atom: { at, schema } }: Difference, pointer: string): boolean {
  // Types name no branches of allOf.
  const plain = path.filter((part, index) => part !== 'allOf' && path[index - 1] !== 'allOf');
  const [place, object] = [pointerText(plain), pointerText(plain.slice(0, plain.length - at.length))];
  if (pointer === '' || place === pointer || place.startsWith(`${pointer}/`)) return true;
  if (!pointer.startsWith(`${object}/properties/`)) return false;
  const names = pointerPath(pointer.slice(object.length));
  if (names.length !== 2) return false;
  const required = typeof schema === 'object' && at[0] === 'required' ? schema.required : undefined;
  return (
    required?.includes(String(names[1])) ?? ['additionalProperties', 'unevaluatedProperties'].includes(String(at[0]))
  );
}
