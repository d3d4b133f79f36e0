/** Warns of a message that is going to be removed, when it is sent. */
export type WarnOfRemoval = (messageType: string) => void;

/**
 * Warns once in each process of each message that is sent though it is going to be removed.
 *
 * @param removals - What to say, by message type.
 * @param output - Where to. Default: the console.
 */
export function warnOfRemovals(
  removals: Readonly<Record<string, string>>,
  output: { warn(text: string): void } = console,
): WarnOfRemoval {
  const left = new Map(Object.entries(removals));
  return (messageType) => {
    const warning = left.get(messageType);
    if (warning === undefined) return;
    left.delete(messageType);
    output.warn(`${messageType} is deprecated. ${warning}`);
  };
}
