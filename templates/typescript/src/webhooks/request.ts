/** The headers of a request: a Fetch `Headers`, or values by name in any case. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | { readonly [name: string]: string | readonly string[] | undefined };

/** The part of the Fetch standard's `Request` that is read. */
export interface FetchWebhookRequest {
  readonly headers: { get(name: string): string | null };
  readonly bodyUsed: boolean;
  readonly body: {
    getReader(): {
      read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
      cancel(reason?: unknown): Promise<void>;
    };
  } | null;
}

/** The part of the `IncomingMessage` of `node:http` that is read. */
export interface NodeWebhookRequest {
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  /** Whether its body was read, in part at least. */
  readonly readableDidRead?: boolean;
  /** Whether it is over: read to the end, or its connection closed. */
  readonly destroyed?: boolean;
  /** The body, where a framework has read it and kept it raw. */
  readonly rawBody?: unknown;
  /** The same in other frameworks; what it was parsed to is of no use. */
  readonly body?: unknown;
  on(event: string, listener: (argument: NodeStreamArgument) => void): unknown;
  off(event: string, listener: (argument: NodeStreamArgument) => void): unknown;
  resume(): unknown;
}

/** What the events of a Node stream carry: a part of the body, an error, or nothing. */
export type NodeStreamArgument = Uint8Array | string | Error | undefined;

/** A request whose body was read elsewhere: its very text or bytes, not what they were parsed to. */
export interface RawWebhookRequest {
  readonly headers: WebhookHeaders;
  readonly body: string | Uint8Array;
}

/** A request whose body a framework has parsed, and kept raw beside. */
export interface RawBodyWebhookRequest {
  readonly headers: WebhookHeaders;
  readonly rawBody: string | Uint8Array;
}

/** A request that brings a webhook. No type of a platform is needed to compile against it. */
export type WebhookRequest = FetchWebhookRequest | NodeWebhookRequest | RawWebhookRequest | RawBodyWebhookRequest;

/**
 * A header field, trimmed; `undefined` where it is missing or empty, or was sent several times. A list of one is its item.
 *
 * @param headers - The headers.
 * @param name - Its name in lower case.
 */
export function readHeader(headers: WebhookHeaders, name: string): string | undefined {
  const found: unknown = isFetchHeaders(headers) ? headers.get(name) : valueOf(headers, name);
  const value: unknown = Array.isArray(found) && found.length === 1 ? found[0] : found;
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

function isFetchHeaders(headers: WebhookHeaders): headers is { get(name: string): string | null } {
  return typeof headers['get' as keyof WebhookHeaders] === 'function';
}

function valueOf(headers: Exclude<WebhookHeaders, { get(name: string): string | null }>, name: string): unknown {
  return Object.entries(headers).find(([each]) => each.toLowerCase() === name)?.[1];
}
