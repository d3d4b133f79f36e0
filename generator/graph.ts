import { contentHash } from './content-hash.js';

/**
 * The nodes of a graph that some of them lead to, directly or not, and those themselves.
 *
 * @param starts - Where to begin.
 * @param targets - Gives the nodes that a node leads to directly.
 */
export function reachable<Node>(starts: Iterable<Node>, targets: (node: Node) => Iterable<Node>): Set<Node> {
  const reached = new Set(starts);
  // A set is walked in the order in which its members were added, those that are added meanwhile too.
  for (const node of reached) for (const target of targets(node)) reached.add(target);
  return reached;
}

/**
 * A digest for each node of a graph: of itself, and of all that it leads to, directly or not.
 *
 * @param own - Digests of the nodes by themselves, as {@link contentHash} makes them; others do not count.
 * @param targets - Gives the nodes that a node leads to directly.
 */
export function closureDigests<Node>(
  own: ReadonlyMap<Node, string>,
  targets: (node: Node) => Iterable<Node>,
): Map<Node, string> {
  return new Map(
    [...own].map(([node, first]) => {
      const [, ...others] = reachable([node], targets);
      return [node, contentHash([first, ...others.flatMap((other) => own.get(other) ?? []).sort()].join('\n'))];
    }),
  );
}
