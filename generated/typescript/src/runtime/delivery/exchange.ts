import { onAbort } from '../abort-signal.js';
import { ConnectionError, RequestAbortedError, TimeoutError, type WorkerClientError } from '../errors/index.js';
import type { Clock } from '../time/clock.js';
import { unref } from '../time/delay.js';
import type { Transport, TransportResponse } from '../transport/transport.js';
import type { Attempt } from './attempt.js';
import { reasonOf } from './reason.js';

/**
 * Makes one attempt, body included. The timeout and the signal end it whatever the transport does when it is cancelled, and
 * nothing is left behind: no timer, no listener.
 *
 * @throws {@link TimeoutError} after the attempt's time without a complete answer.
 * @throws {@link RequestAbortedError} when the caller's signal fires, at once where it has fired already.
 * @throws {@link ConnectionError} for whatever the transport throws.
 */
export function exchange(attempt: Attempt, transport: Transport, clock: Clock): Promise<TransportResponse> {
  const { call, request, timeout } = attempt;
  const { signal } = call;
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(abortedError(attempt));
    attempt.begin();
    const settle = (): void => {
      clock.clearTimeout(timer);
      unsubscribe?.();
    };
    const interrupt = (error: WorkerClientError): void => {
      settle();
      reject(error);
      request.cancel?.();
    };
    const timer = clock.setTimeout(() => interrupt(timeoutError(attempt)), timeout);
    if (!call.keepsProcessAlive) unref(timer);
    const unsubscribe = signal && onAbort(signal, () => interrupt(abortedError(attempt)));
    transport(request).then(
      (answer) => {
        settle();
        resolve(answer);
      },
      (error: unknown) => interrupt(connectionError(attempt, error)),
    );
  });
}

/** The error of an attempt, or of the delay after it, that the caller's signal ended. */
export function abortedError(attempt: Attempt): RequestAbortedError {
  const { purpose, signal } = attempt.call;
  return new RequestAbortedError(`Request aborted while ${purpose}.`, { ...attempt.details(), cause: signal?.reason });
}

function timeoutError(attempt: Attempt): TimeoutError {
  const { timeout, call } = attempt;
  return new TimeoutError(`Request timeout: no complete answer within ${timeout} ms while ${call.purpose}.`, {
    ...attempt.details(),
    timeout,
  });
}

function connectionError(attempt: Attempt, error: unknown): ConnectionError {
  const cause = attempt.redactor.error(error);
  return new ConnectionError(`No answer from the worker backend while ${attempt.call.purpose}: ${reasonOf(cause)}`, {
    ...attempt.details(),
    cause,
  });
}
