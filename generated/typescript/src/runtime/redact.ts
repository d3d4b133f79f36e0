import { isErrorLike } from './delivery/reason.js';

const placeholder = '[redacted]';

/** The deepest level that is shown: what an answer nests further could exhaust the stack. */
const deepestLevel = 100;

/** Most parts of a foreign error that are searched for secrets; a larger one is taken to hold some. */
const mostParts = 5_000;

/** Shorter values of secret fields are not looked for elsewhere: they would black out much that is none. */
const shortestSecret = 6;

/** Header fields that carry credentials whatever the client is configured with. */
const secretHeader = /authorization|^x-auth|cookie|token|secret|password|credential|api-?key|signature/;

/** Shows what was sent and received without what is secret in it. */
export class Redactor {
  readonly #secrets: readonly string[];
  readonly #fields: ReadonlySet<string>;

  /**
   * @param secrets - Texts that are replaced wherever they stand: the API key.
   * @param fields - Names of the fields that the catalog marks `x-secret`; their values are replaced whole.
   */
  constructor(secrets: readonly string[], fields: Iterable<string>) {
    // As JSON and URLs spell them too. The longest first: another may be a part of it.
    this.#secrets = [...new Set(secrets.flatMap(spellings))].sort((a, b) => b.length - a.length);
    this.#fields = new Set(fields);
  }

  /** This redactor, made to replace what stands in the secret fields of a payload wherever a backend repeats it. */
  forPayload(payload: unknown): Redactor {
    const found: string[] = [];
    const search = (value: unknown, isSecret: boolean, level: number): void => {
      if (isSecret && typeof value === 'string' && value.length >= shortestSecret) found.push(value);
      if (typeof value !== 'object' || value === null || level > deepestLevel) return;
      for (const [name, inner] of Object.entries(value)) search(inner, isSecret || this.#fields.has(name), level + 1);
    };
    if (this.#fields.size > 0) search(payload, false, 0);
    return found.length === 0 ? this : new Redactor([...this.#secrets, ...found], this.#fields);
  }

  /** A text without secrets. */
  text(text: string): string {
    return this.#secrets.reduce((rest, secret) => rest.replaceAll(secret, placeholder), text);
  }

  /** Header fields without credentials. */
  headers(headers: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, secretHeader.test(name) ? placeholder : this.text(value)]),
    );
  }

  /**
   * A copy of a JSON value without secret fields and without secrets.
   *
   * @param value - The value.
   * @param level - How deep it lies in another.
   */
  value(value: unknown, level = 0): unknown {
    if (typeof value === 'string') return this.text(value);
    if (typeof value !== 'object' || value === null) return value;
    if (level > deepestLevel) return '[nested too deeply]';
    if (Array.isArray(value)) return value.map((item) => this.value(item, level + 1));
    // Defining, unlike assigning, makes a field of __proto__ too.
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        this.text(name),
        this.#fields.has(name) && inner !== null && inner !== undefined ? placeholder : this.value(inner, level + 1),
      ]),
    );
  }

  /**
   * The error itself where it does not mention a secret, else a copy that does not. A proxy or a custom `fetch` may put
   * request headers into its messages; what it throws ends up in logs as a `cause`.
   *
   * @param error - Whatever was thrown.
   * @param level - How many errors it is the cause of.
   */
  error(error: unknown, level = 0): unknown {
    if (!this.#isIn(error)) return error;
    if (!isErrorLike(error)) return this.value(error);
    const { name, message, stack, cause, code } = error as Error & { code?: unknown };
    const copy = new Error(
      this.text(message),
      cause === undefined || level > 9 ? {} : { cause: this.error(cause, level + 1) },
    );
    copy.name = name;
    copy.stack = this.text(String(stack));
    return typeof code === 'string' ? Object.assign(copy, { code: this.text(code) }) : copy;
  }

  #isIn(value: unknown): boolean {
    if (this.#secrets.length === 0) return false;
    const parts = new Set([value]);
    // A set that grows while it is iterated over: each part is looked at once.
    for (const part of parts) {
      if (parts.size > mostParts || (typeof part === 'string' && this.text(part) !== part)) return true;
      if (typeof part === 'object' && part !== null && !ArrayBuffer.isView(part))
        for (const inner of partsOf(part)) parts.add(inner);
    }
    return false;
  }
}

function spellings(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  return [secret, json, encodeURIComponent(json)];
}

/** What `console.log` would show of an object, at least; no accessor of its own is run. */
function partsOf(value: object): unknown[] {
  const own = Reflect.ownKeys(value).flatMap((key) => [
    key,
    Object.getOwnPropertyDescriptor(value, key)?.value as unknown,
  ]);
  const { message, stack, headers } = value as { message?: unknown; stack?: unknown; headers?: unknown };
  // Map, Set and Headers keep their items where no property leads to them.
  const items = Symbol.iterator in value && 'forEach' in value ? [...(value as Iterable<unknown>)] : [];
  return [...own, message, stack, headers, ...items];
}
