import { setImmediate } from 'node:timers/promises';

/** Signals by which a user, a terminal or a CI service ends a program. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Brings something short to its end before a signal ends the process, as it would have without this. A second one of the
 * same kind is not waited for.
 */
export async function deferSignals<T>(action: () => Promise<T>): Promise<T> {
  let received: NodeJS.Signals | undefined;
  const note = (signal: NodeJS.Signals): void => {
    received = signal;
  };
  for (const signal of endings) process.once(signal, note);
  try {
    return await action();
  } finally {
    // A signal that came while the action let nothing else happen is reported only now.
    await setImmediate();
    for (const signal of endings) process.off(signal, note);
    // Another listener ends the process when it is ready.
    if (received !== undefined && process.listenerCount(received) === 0) process.kill(process.pid, received);
  }
}
