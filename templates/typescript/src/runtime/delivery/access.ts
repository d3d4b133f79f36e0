import type { ResolvedConfiguration } from '../configuration.js';
import { Redactor } from '../redact.js';
import type { Call } from './call.js';
import { mergeHeaders } from './headers.js';

/** A key, and what depends on it. */
export class Access {
  readonly apiKey: string | undefined;
  /** Shows texts and values without the key and what the catalog marks as secret. */
  readonly redactor: Redactor;
  readonly #headers: Readonly<Record<Call['method'], Readonly<Record<string, string>>>>;

  /**
   * @param apiKey - The key; `undefined` for none.
   * @param last - The key of before, which is never shown either.
   * @param secretFields - Names of the payload fields that the catalog marks `x-secret`.
   * @param headers - Header fields of the configuration; they win over the client's own.
   */
  constructor(
    apiKey: string | undefined,
    last: string | undefined,
    secretFields: readonly string[],
    { headers, platformHeaders }: ResolvedConfiguration,
  ) {
    this.apiKey = apiKey;
    const standard = {
      ...platformHeaders,
      accept: 'application/json',
      authorization: apiKey === undefined ? undefined : `Bearer ${apiKey}`,
    };
    const bare = mergeHeaders(standard, headers);
    const POST = mergeHeaders(standard, { 'content-type': 'application/json' }, headers);
    this.#headers = { GET: bare, DELETE: bare, POST };
    const secrets = [apiKey, last].filter((each) => each !== undefined);
    this.redactor = new Redactor(secrets, secretFields).forPayload(undefined, bare);
  }

  /** Header fields of a call's requests. */
  headersFor({ method, headers, fields }: Call): Readonly<Record<string, string>> {
    const standard = this.#headers[method];
    return headers === undefined ? { ...standard, ...fields } : mergeHeaders(standard, headers, fields);
  }
}
