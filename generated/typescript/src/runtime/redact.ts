import { isErrorLike } from './delivery/reason.js';

const placeholder = '[redacted]';

/** The deepest level that is shown: what an answer nests further could exhaust the stack. */
const maxDepth = 100;

/** Most parts of a foreign error that are searched for secrets; a larger one is taken to hold some. */
const maxParts = 5_000;

/**
 * Most characters of secrets, times those of the texts that they are looked for in: about a second's work. With more, which
 * only a hostile answer holds, every text is hidden.
 */
const maxWork = 1_000_000_000;

/** Shorter values of secret fields are not looked for elsewhere. */
const minValue = 6;

/** Shorter texts may be a part of an ordinary word, so they are looked for as whole words only. */
const minLength = 8;

/** Whether a header field carries credentials, whatever the client is configured with. */
const isHeader = (name: string): boolean =>
  /authorization|^x-auth|cookie|token|secret|password|credential|api-?key|signature/.test(name);

const always = (): boolean => true;

/**
 * What spellings of a text change: whatever is no letter or digit, and what stands for it in JSON, HTML and URLs, each also
 * within others.
 */
const changeable = /(?:&|\\+u0026)(?:amp;)*[#\w]+;|(?:\\|%(?:25)*5c)+(?:u[\da-f]{4}|[bfnrt])?|%(?:25)*[\da-f]{2}|\W/gi;

/** Whether a name is that of a secret. */
type IsSecret = (name: string) => boolean;

/** Shows what was sent and received without what is secret in it. */
export class Redactor {
  readonly #secrets: readonly string[];
  readonly #fields: readonly string[];
  /** Secrets and parts of them that are looked for everywhere, the longest first: another may be a part of it. */
  readonly #long: readonly string[];
  readonly #folded: readonly string[];
  /** The others, as whole words; what stands beside a slash is a part of a path. */
  readonly #short: RegExp;

  /**
   * @param secrets - Texts that are hidden wherever they stand: the API key.
   * @param fields - Names of the fields that the catalog marks `x-secret`; their values are hidden whole.
   * @param hidesAll - Whether every text is hidden.
   */
  constructor(secrets: readonly string[], fields: readonly string[], hidesAll = false) {
    this.#secrets = secrets;
    this.#fields = fields;
    const searched = hidesAll ? [] : secrets;
    const long = searched.flatMap((secret) => [secret, ...partsOf(secret)]).filter(isLong);
    this.#long = long.flatMap(spellings).sort((a, b) => b.length - a.length);
    this.#folded = long.map(fold).filter(isLong);
    const short = searched.filter((secret) => !isLong(secret)).flatMap(spellings);
    const words = short.map((word) => word.replace(/\W/g, '\\$&')).join('|') || '$.';
    this.#short = new RegExp(hidesAll ? '()[^]+' : `https?://[^\\s"'<>]+|(^|[^\\w/])(?:${words})(?![\\w/])`, 'g');
  }

  /**
   * This redactor, made to hide what stands in secret fields wherever a backend repeats it.
   *
   * @param payload - A JSON value.
   * @param headers - Header fields.
   */
  forPayload(payload: unknown, headers?: Readonly<Record<string, string>>): Redactor {
    const found: string[] = [];
    let size = 0;
    const search = (value: unknown, isSecret: IsSecret, level: number): void => {
      if (typeof value === 'string') {
        size += value.length;
        if (isSecret === always && value.length >= minValue)
          found.push(value.replace(/^(?:basic|bearer|token) +/i, ''));
      }
      if (typeof value !== 'object' || value === null || level > maxDepth) return;
      for (const [name, inner] of Object.entries(value)) {
        size += name.length;
        search(inner, isSecret(name) ? always : isSecret, level + 1);
      }
    };
    search(payload, this.#isField, 0);
    search(headers, isHeader, 0);
    const secrets = [...new Set(this.#secrets.concat(found))];
    const hidesAll = secrets.join('').length * size > maxWork;
    return found.length === 0 && !hidesAll ? this : new Redactor(secrets, this.#fields, hidesAll);
  }

  /** A text without secrets. */
  text(text: string): string {
    const usual = this.#long
      .reduce((rest, secret) => rest.replaceAll(secret, placeholder), text)
      .replace(this.#short, (found, before?: string) => (before === undefined ? found : before + placeholder));
    if (!this.#spells(usual)) return usual;
    const shown = usual.replace(/[^\s"<>=]+/g, (word) => (this.#spells(word) ? placeholder : word));
    return this.#spells(shown) ? placeholder : shown;
  }

  /** Header fields without credentials. */
  headers(headers: Readonly<Record<string, string>>): Record<string, string> {
    return this.#copy(headers, isHeader, 0) as Record<string, string>;
  }

  /**
   * A copy of a JSON value without secret fields, without what stands in them, and without secrets.
   *
   * @param value - The value.
   */
  value(value: unknown): unknown {
    return this.forPayload(value).#copy(value, this.#isField, 0);
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

  #copy(value: unknown, isSecret: IsSecret, level: number): unknown {
    if (typeof value === 'string') return this.text(value);
    if (typeof value !== 'object' || value === null) return value;
    if (level > maxDepth) return '[nested too deeply]';
    if (Array.isArray(value)) return value.map((item) => this.#copy(item, isSecret, level + 1));
    // Defining, unlike assigning, makes a field of __proto__ too.
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) =>
        isSecret(name) && inner !== null && inner !== undefined
          ? [name, placeholder]
          : [this.text(name), this.#copy(inner, isSecret, level + 1)],
      ),
    );
  }

  readonly #isField: IsSecret = (name) => this.#fields.includes(name);

  /** Whether a text holds a secret in any spelling. */
  #spells(text: string): boolean {
    const folded = fold(text);
    return this.#folded.some((secret) => folded.includes(secret));
  }

  #isIn(value: unknown): boolean {
    if (this.#secrets.length === 0) return false;
    const parts = new Set([value]);
    // A set that grows while it is iterated over: each part is looked at once.
    for (const part of parts) {
      if (parts.size > maxParts || (typeof part === 'string' && this.text(part) !== part)) return true;
      if (typeof part === 'object' && part !== null && !ArrayBuffer.isView(part))
        for (const inner of contentOf(part)) parts.add(inner);
    }
    return false;
  }
}

/** What all spellings of a text have in common. */
function fold(text: string): string {
  return text.replace(changeable, '');
}

function isLong(secret: string): boolean {
  return secret.length >= minLength;
}

/** What may be quoted alone: a line of a PEM key, a part of a credential, a cookie without its name. */
function partsOf(secret: string): string[] {
  return secret.split(/[\s;,]+/).map((part) => part.replace(/^[^=]*=(?=[^=])/, ''));
}

/** A secret as it stands, and in JSON. */
function spellings(secret: string): string[] {
  return [secret, JSON.stringify(secret).slice(1, -1)];
}

/** What `console.log` would show of an object, at least; no accessor of its own is run. */
function contentOf(value: object): unknown[] {
  const own = Reflect.ownKeys(value).flatMap((key) => [
    key,
    Object.getOwnPropertyDescriptor(value, key)?.value as unknown,
  ]);
  const { message, stack, headers } = value as { message?: unknown; stack?: unknown; headers?: unknown };
  // Map, Set and Headers keep their items where no property leads to them.
  const items = Symbol.iterator in value && 'forEach' in value ? [...(value as Iterable<unknown>)] : [];
  return [...own, message, stack, headers, ...items];
}
