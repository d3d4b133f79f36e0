import { getOrInsert } from './lazy.js';

/** Puts items into groups by a key, in their order, as `Map.groupBy` does, which Node.js has from version 21 on. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) getOrInsert(groups, keyOf(item), () => []).push(item);
  return groups;
}
