import { rule } from './must-be.js';

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

/** The rule of signals; one of an older polyfill will do. */
export const signalProblem = rule(
  'an AbortSignal',
  (value) => typeof (value as CallSignal | null)?.addEventListener === 'function',
);

type Subscription = readonly [callbacks: Set<() => void>, listener: () => void];

const subscriptions = new WeakMap<CallSignal, Subscription>();

/**
 * Calls back when a signal fires. However many calls share a signal, it has one listener of the client: Node warns of a leak
 * at the eleventh.
 *
 * @param signal - A signal that has not fired.
 * @param callback - Called once; a function of its own for each subscription.
 * @returns Ends the subscription. With the last one the listener is gone from the signal.
 */
export function onAbort(signal: CallSignal, callback: () => void): () => void {
  const [callbacks, listener] = subscriptions.get(signal) ?? subscribe(signal);
  callbacks.add(callback);
  return () => {
    if (!callbacks.delete(callback) || callbacks.size > 0) return;
    signal.removeEventListener('abort', listener);
    subscriptions.delete(signal);
  };
}

function subscribe(signal: CallSignal): Subscription {
  const callbacks = new Set<() => void>();
  const listener = (): void => {
    for (const callback of callbacks) callback();
  };
  const subscription = [callbacks, listener] as const;
  subscriptions.set(signal, subscription);
  signal.addEventListener('abort', listener, { once: true });
  return subscription;
}
