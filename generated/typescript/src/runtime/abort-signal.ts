/** The part of the platform's `AbortSignal` that the client uses. */
interface MinimalAbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/**
 * The platform's own `AbortSignal` where its types are loaded (DOM, Node, Deno, Bun), else the part of it that the
 * client uses. The declarations thereby compile without any particular `lib` or `@types` package.
 */
export type CallSignal = typeof globalThis extends { AbortSignal: { prototype: infer Signal } }
  ? Signal
  : MinimalAbortSignal;
