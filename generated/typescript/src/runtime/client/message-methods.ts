/** What a method sends with. */
interface Sender {
  sendToQueue(messageType: string, payload: unknown, options?: object): unknown;
}

/**
 * Gives the class of a client a method for each message, such as `fileDownloadRequest` for `file-download-request`.
 *
 * @param prototype - Of the class, which declares the methods.
 * @param messages - An object whose keys are the message types.
 */
export function defineMethods(prototype: object, messages: object): void {
  for (const type of Object.keys(messages)) {
    const value = function (this: Sender, payload: unknown, options?: object): unknown {
      return this.sendToQueue(type, payload, options);
    };
    // Like those that a class writes out: not enumerable.
    Object.defineProperty(prototype, methodName(type), { value, writable: true, configurable: true });
  }
}

/** The name in camel case; a digit that would begin a word has an underscore before it. */
function methodName(messageType: string): string {
  return messageType.replace(/-(?=\d)/g, '_').replace(/-./g, (letter) => letter.slice(1).toUpperCase());
}
