import { ConnectionError } from '../runtime/errors/connection-error.js';

/** Milliseconds that Redis has to answer while its connections are closed. */
export const farewell = 3000;

/** How something is closed that waits for Redis. */
export interface Closing {
  /** Closes it, in whatever time Redis takes. */
  close(): Promise<void>;
  /** Ends its connections, whatever is under way. */
  abandon(): void;
  /** Called where it was not closed in an orderly way: whoever closes it can do nothing about that. */
  onError(error: Error): void;
}

/**
 * Closes something within a time, since BullMQ waits for a lost connection without end. Never rejects.
 *
 * @param milliseconds - The time.
 * @param closing - What is closed.
 */
export async function closeWithin(milliseconds: number, closing: Closing): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new ConnectionError(
      'Redis does not answer, and its connections were ended: what was under way is begun by others once its locks expire.',
    );
    timer = setTimeout(reject, milliseconds, error);
  });
  try {
    await Promise.race([closing.close(), late]);
  } catch (error) {
    closing.abandon();
    closing.onError(error instanceof Error ? error : new Error(String(error)));
  } finally {
    clearTimeout(timer);
  }
}
