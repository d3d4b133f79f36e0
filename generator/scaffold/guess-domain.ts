import { compareText } from '../diagnostics/diagnostic.js';
import { groupBy } from '../group-by.js';

/** A message that the catalog has, and the folder below `messages/` that it lies in. */
type PlacedMessage = Readonly<Record<'name' | 'domain', string>>;

/**
 * The folder where a new message belongs: that of the messages whose names share the most words with it from the start. Where
 * those lie in several, the one with the most of them; where no name shares its first word, a folder of that word.
 */
export function guessDomain(name: string, messages: readonly PlacedMessage[]): string {
  const words = name.split('-');
  const sharedWith = (other: PlacedMessage): number => {
    const others = other.name.split('-');
    const differing = words.findIndex((word, index) => word !== others[index]);
    return differing < 0 ? words.length : differing;
  };
  const most = Math.max(0, ...messages.map(sharedWith));
  if (most === 0) return words[0] ?? name;
  const domains = groupBy(
    messages.filter((message) => sharedWith(message) === most),
    ({ domain }) => domain,
  );
  const [best] = [...domains].sort(([a, { length: m }], [b, { length: n }]) => n - m || compareText(a, b));
  return best?.[0] ?? name;
}
