import { onAbort } from '../abort-signal.js';
import { ConnectionError, RequestAbortedError, TimeoutError, WorkerClientError } from '../errors/index.js';
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
export async function exchange(attempt: Attempt, transport: Transport): Promise<TransportResponse> {
  if (attempt.call.signal?.aborted) throw abortedError(attempt);
  attempt.isMade = true;
  try {
    return await race(attempt, transport);
  } catch (error) {
    // Made here rather than where it happens, in a timer or a socket: so the stack leads to the caller.
    if (error === timeoutError || error === abortedError) throw (error as typeof timeoutError)(attempt);
    throw error instanceof WorkerClientError ? error : connectionError(attempt, error);
  }
}

/** Rejects with what makes the error, where the time or the caller ends the attempt. */
function race(attempt: Attempt, transport: Transport): Promise<TransportResponse> {
  const { call } = attempt;
  const { clock } = call;
  return new Promise((resolve, reject) => {
    let timer: unknown;
    const settle = (): void => {
      attempt.connected = undefined;
      clock.clearTimeout(timer);
      unsubscribe?.();
    };
    const interrupt = (reason: unknown): void => {
      settle();
      reject(reason as Error);
      attempt.cancel?.();
    };
    const startTimer = (limit: number): void => {
      attempt.timeout = attempt.timeLeft(limit);
      clock.clearTimeout(timer);
      timer = clock.setTimeout(() => interrupt(timeoutError), attempt.timeout);
    };
    const unsubscribe = call.signal && onAbort(call.signal, () => interrupt(abortedError));
    // The time of an attempt starts with its connection: a queue for one is no fault of the backend's.
    // Not a function literal in an assignment: V8 makes that in its old generation, where it keeps the whole call alive.
    Object.assign(attempt, { connected: () => startTimer(call.timeout) });
    if (call.deadline !== undefined) startTimer(call.deadline);
    try {
      transport(attempt).then((answer) => {
        settle();
        resolve(answer);
      }, interrupt);
    } catch (error) {
      interrupt(error);
    }
  });
}

/** The error of an attempt, or of the delay after it, that the caller's signal ended. */
export function abortedError(attempt: Attempt): RequestAbortedError {
  const { call } = attempt;
  const message = `Request aborted while ${call.purpose}.`;
  return new RequestAbortedError(message, { ...attempt.details(), cause: call.signal?.reason });
}

function timeoutError(attempt: Attempt): TimeoutError {
  const { call, timeout } = attempt;
  const message = `Request timeout: no complete answer within ${timeout} ms while ${call.purpose}.`;
  return new TimeoutError(message, { ...attempt.details(), timeout });
}

function connectionError(attempt: Attempt, error: unknown): ConnectionError {
  const cause = attempt.redactor.error(error);
  return new ConnectionError(`No answer from the worker backend while ${attempt.call.purpose}: ${reasonOf(cause)}`, {
    ...attempt.details(),
    cause,
  });
}
