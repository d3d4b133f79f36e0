import { compareText } from '../diagnostics/diagnostic.js';

/** A message that the catalog has, and the folder below `messages/` that it lies in. */
export interface PlacedMessage {
  readonly name: string;
  readonly domain: string;
}

/**
 * The folder where a message belongs: that of the messages whose names share the most words with it from the start. Where
 * those lie in several, the one with the most of them; where no name shares its first word, a folder of that word.
 *
 * @param name - Name of the new message.
 * @param messages - The messages that there are.
 */
export function guessDomain(name: string, messages: readonly PlacedMessage[]): string {
  const words = name.split('-');
  const sharedWith = (other: string): number => {
    const others = other.split('-');
    const differing = words.findIndex((word, index) => word !== others[index]);
    return differing < 0 ? words.length : differing;
  };
  const most = Math.max(0, ...messages.map((message) => sharedWith(message.name)));
  if (most === 0) return words[0] ?? name;
  const counts = new Map<string, number>();
  for (const message of messages) {
    if (sharedWith(message.name) === most) counts.set(message.domain, (counts.get(message.domain) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b));
  return best?.[0] ?? name;
}
