import type { ApiAnswer } from './api-answer.js';

interface KeptAnswer {
  readonly fingerprint: string;
  readonly answer: Promise<ApiAnswer>;
}

/**
 * Answers requests with the same idempotency key once (IETF draft-ietf-httpapi-idempotency-key-header): later ones, those
 * at the same time too, get the answer of the first.
 */
export class IdempotencyKeys {
  readonly #kept = new Map<string, KeptAnswer>();

  /**
   * Carries a request out, unless one with its key has been. A request that is refused does not use its key up.
   *
   * @param key - The idempotency key.
   * @param fingerprint - Stands for the whole request: what it is sent to and its payload.
   * @param carryOut - Carries the request out.
   * @returns The answer; `undefined` if the key belongs to another request.
   */
  async once(key: string, fingerprint: string, carryOut: () => Promise<ApiAnswer>): Promise<ApiAnswer | undefined> {
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept.fingerprint === fingerprint ? kept.answer : undefined;
    const answer = carryOut();
    this.#kept.set(key, { fingerprint, answer });
    const forget = (): void => void this.#kept.delete(key);
    answer.then(({ status }) => status < 300 || forget(), forget);
    return answer;
  }

  /** Forgets all keys. */
  clear(): void {
    this.#kept.clear();
  }
}
