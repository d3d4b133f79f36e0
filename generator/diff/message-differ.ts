import type { Sender } from '../catalog/catalog.js';
import type { Message } from '../model/model.js';
import { pointerPath, pointerText } from '../schema/pointer.js';
import { codeSpan } from '../text/code-span.js';
import type { CatalogVersion } from './catalog-version.js';
import { sides, type Change, type ChangedPlace, type DiffOptions, type Level } from './change-report.js';
import type { Comparison, Difference, SchemaComparer } from './compare-schemas.js';
import type { CompileBreak, MessagePair } from './compile-breaks.js';
import { joinReasons, reasonOf } from './reasons.js';
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
  readonly #places = new Map<string, readonly ChangedPlace[]>();

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
      const changeOf = (level: Level, places: readonly ChangedPlace[], more: Partial<Change> = {}): Change => {
        const change = { message: name, sentBy, side, level, pointer: places[0]?.pointer ?? '' };
        this.#places.set(keyOf(change), places);
        return { ...change, reason: joinReasons(places), ...more };
      };
      const isWaived = ({ pointer }: ChangedPlace): boolean => this.#waivers.find(name, pointer) !== undefined;
      /** Those that no waiver admits; all where each has one. */
      const unwaived = <Place extends ChangedPlace>(places: readonly Place[]): readonly Place[] => {
        const waived = new Set(places.filter(isWaived));
        return waived.size === places.length ? places : places.filter((each) => !waived.has(each));
      };
      const broken = breaks.map((each) => ({
        ...each,
        pointer: pointerText(each.path),
        reason: reasonOf(side, each.atom, each.path),
      }));
      const mine = compileBreaks.filter((each) => each.message === name && each.side === side);
      const found: Change[] = [];
      const shown = unwaived(broken);
      const [worst] = shown;
      if (worst !== undefined) {
        const caused = unwaived(mine.filter((each) => shown.some((place) => isCauseOf(place, each.pointer))));
        const snippet = (caused.find(({ pointer }) => isCauseOf(worst, pointer)) ?? caused[0])?.snippet;
        const more = { witness: worst.witness ?? null, ...(snippet === undefined ? {} : { snippet }) };
        found.push(changeOf('runtime-breaking', shown, more));
      }
      const alone = unwaived(mine.filter(({ pointer }) => !broken.some((place) => isCauseOf(place, pointer))));
      if (alone[0] !== undefined) found.push(changeOf('compile-breaking', alone, { snippet: alone[0].snippet }));
      const undecided = open.map(({ path, atom }) => ({
        pointer: pointerText(path),
        reason: `Whether this breaks stays open at ${codeSpan(String(atom.at[0] ?? ''))}: there is no proof, and ${searches} searches found no payload that shows it.`,
      }));
      if (undecided.length > 0) found.push(changeOf('undecided', unwaived(undecided)));
      if (this.#options.all === true && found.length === 0)
        found.push(
          changeOf('safe', [{ pointer: '', reason: 'Every payload that one version accepts, the other accepts.' }]),
        );
      return found;
    });
  }

  /** See {@link Diff.placesOf}. */
  placesOf(change: Change): readonly ChangedPlace[] {
    return this.#places.get(keyOf(change)) ?? [change];
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
