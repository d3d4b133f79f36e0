import type { ResolvedConfiguration } from '../configuration.js';
import { Redactor } from '../redact.js';
import type { Call } from './call.js';
import { mergeHeaders } from './headers.js';

/** A key, and what depends on it. */
export class Access {
  /** The key; empty for none. */
  readonly apiKey: string;
  /** Shows texts and values without the key and what the catalog marks as secret. */
  readonly redactor: Redactor;
  readonly #bare: Readonly<Record<string, string>>;
  readonly #withBody: Readonly<Record<string, string>>;

  /**
   * @param apiKey - The key; empty for none.
   * @param last - The key of before, which is never shown either.
   * @param secretFields - Names of the payload fields that the catalog marks `x-secret`.
   * @param configuration - Its header fields win over the client's own.
   */
  constructor(
    apiKey: string,
    last: string,
    secretFields: readonly string[],
    { headers, platformHeaders }: ResolvedConfiguration,
  ) {
    this.apiKey = apiKey;
    const authorization = apiKey ? `Bearer ${apiKey}` : undefined;
    const standard = { ...platformHeaders, accept: 'application/json', authorization };
    this.#bare = mergeHeaders(standard, headers);
    this.#withBody = mergeHeaders(standard, { 'content-type': 'application/json' }, headers);
    this.redactor = new Redactor([apiKey, last].filter(Boolean), secretFields).forPayload(undefined, this.#bare);
  }

  /** Header fields of a call's requests. */
  headersFor({ body, headers, fields }: Call): Readonly<Record<string, string>> {
    const standard = body === undefined ? this.#bare : this.#withBody;
    // Assigned: to spread both takes eight times as long.
    return headers === undefined ? Object.assign({}, standard, fields) : mergeHeaders(standard, headers, fields);
  }
}
