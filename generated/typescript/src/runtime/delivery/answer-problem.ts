import type { TransportResponse } from '../transport/transport.js';
import type { Call } from './call.js';
import { isObject } from './json.js';
import { excerpt } from './reason.js';

/**
 * Why an answer of success is none to a call, or `undefined` if it is one. An answer with another status is never
 * wrong.
 */
export function answerProblem({ status, text, json, isTooLarge }: TransportResponse, call: Call): string | undefined {
  const { expects, subject } = call;
  const { jobId, messageType } = subject;
  if (expects === undefined || !isSuccess(status)) return undefined;
  if (isTooLarge) return 'exceeds maxResponseBytes';
  if (!isObject(json)) return text.trim() ? 'is no JSON object' : 'has no body';
  const { success, jobId: id, messageName, state } = json;
  if ((success ?? true) !== true) return `says success: ${excerpt(JSON.stringify(success))}`;
  if (typeof id === 'string' ? !id : !Number.isSafeInteger(id)) return 'has no jobId that is a text or a safe integer';
  if (jobId !== undefined && String(id) !== jobId) return `is about another job, ${excerpt(String(id))}`;
  if (typeof messageName === 'string' && messageType !== undefined && messageName !== messageType)
    return `is about another message, ${excerpt(messageName)}`;
  return expects === 'job' && typeof state !== 'string' ? 'has no state' : undefined;
}

/** Whether a status is one of success. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status <= 299;
}
