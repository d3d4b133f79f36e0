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
