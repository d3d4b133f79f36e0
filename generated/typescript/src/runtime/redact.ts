const placeholder = '[redacted]';

/** Header fields that carry credentials whatever the client is configured with. */
const secretHeaders: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
]);

/** Shows what was sent and received without what is secret in it. */
export class Redactor {
  readonly #key: string | undefined;
  readonly #fields: ReadonlySet<string>;

  /**
   * @param key - The API key, which is replaced wherever it stands.
   * @param fields - Names of the fields that the catalog marks `x-secret`; their values are replaced whole.
   */
  constructor(key: string | undefined, fields: readonly string[]) {
    this.#key = key;
    this.#fields = new Set(fields);
  }

  /** A text without the key. */
  text(text: string): string {
    return this.#key === undefined ? text : text.replaceAll(this.#key, placeholder);
  }

  /** Header fields without credentials. */
  headers(headers: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, secretHeaders.has(name) ? placeholder : this.text(value)]),
    );
  }

  /** A copy of a JSON value without secret fields and without the key. */
  value(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return value.map((item) => this.value(item));
    if (typeof value !== 'object' || value === null) return value;
    // Defining, unlike assigning, makes a field of __proto__ too.
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        this.#fields.has(name) && inner !== null && inner !== undefined ? placeholder : this.value(inner),
      ]),
    );
  }

  /**
   * The error itself where it does not mention the key, else a copy that does not. A proxy or a custom `fetch` may put
   * request headers into its messages; what it throws ends up in logs as a `cause`.
   */
  error(error: unknown): unknown {
    if (this.#key === undefined) return error;
    if (typeof error === 'string') return this.text(error);
    if (!(error instanceof Error) || !mentions(error, this.#key)) return error;
    const copy = new Error(this.text(error.message), { cause: this.error(error.cause) });
    copy.name = error.name;
    copy.stack = this.text(error.stack ?? '');
    return copy;
  }
}

function mentions(value: unknown, secret: string, seen: Set<unknown> = new Set()): boolean {
  if (typeof value === 'string') return value.includes(secret);
  if (typeof value !== 'object' || value === null || seen.has(value)) return false;
  seen.add(value);
  return Object.getOwnPropertyNames(value).some((name) =>
    mentions(Object.getOwnPropertyDescriptor(value, name)?.value, secret, seen),
  );
}
