import { canonical } from '../validators/runtime/canonical.js';
import { errorAnswer, type ApiAnswer, type ApiRequest } from './api-message.js';
import type { ApiParts } from './api-parts.js';
import { jobIdOfKey, newJobId } from './job-id.js';
import { readBody } from './read-body.js';

/** The longest delay, in seconds: a year. */
const maxDelay = 365 * 24 * 60 * 60;

/** Answers an enqueue: adds a job, unless one is kept under its idempotency key. */
export async function enqueue(parts: ApiParts, messageType: string, request: ApiRequest): Promise<ApiAnswer> {
  const { store, features, messageTypes, validate, maxBodyBytes, clock } = parts;
  if (messageTypes?.has(messageType) === false)
    return errorAnswer(404, `There is no message type ${JSON.stringify(messageType)}.`);
  const body = await readBody(request, maxBodyBytes);
  if ('refusal' in body) return body.refusal;
  const { payload } = body;
  const key = features.has('idempotency') ? request.header('idempotency-key') : undefined;
  if (key?.trim() === '') return errorAnswer(400, 'The header Idempotency-Key is empty.');
  const delay = features.has('delay') ? delayOf(request.header('job-delay')) : 0;
  if (delay === undefined)
    return errorAnswer(400, `The header Job-Delay must be a number of seconds from 0 to ${maxDelay}.`);
  const problems = validate(messageType, payload);
  if (problems.length > 0) return errorAnswer(400, `The payload does not fit ${messageType}.`, { problems });
  const jobId = key === undefined ? newJobId(messageType, clock.now()) : await jobIdOfKey(messageType, key);
  const job = await store.add(messageType, payload, { jobId, delay });
  if (key !== undefined && !isSame(job.data, payload))
    return errorAnswer(422, `This idempotency key belongs to a ${messageType} with another payload.`);
  return { status: 201, body: { success: true, jobId: job.jobId, messageName: job.name, queue: job.queue } };
}

/** Milliseconds; `undefined` for what is no delay. */
function delayOf(header: string | undefined): number | undefined {
  if (header === undefined) return 0;
  const seconds = /^\d+(?:\.\d+)?$/.test(header.trim()) ? Number(header) : Infinity;
  return seconds <= maxDelay ? Math.round(seconds * 1000) : undefined;
}

/** Compares JSON values; the order of properties does not count. */
function isSame(kept: unknown, given: unknown): boolean {
  if (JSON.stringify(kept) === JSON.stringify(given)) return true;
  const text = canonical(kept);
  // What is nested too deeply has no such text.
  return text !== undefined && text === canonical(given);
}
