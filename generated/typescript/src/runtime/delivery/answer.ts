import { HttpError, InvalidResponseError, type ShownResponse } from '../errors/index.js';
import type { JobResponse, JobSnapshot } from '../job.js';
import { parseRetryAfter } from '../retry/retry-after.js';
import type { TransportResponse } from '../transport/transport.js';
import type { Attempt } from './attempt.js';
import { isObject, parseJson, type JsonObject } from './json.js';
import { excerpt } from './reason.js';

/** Reads an answer, or throws what is wrong with it. `now` is the time, for dates in `Retry-After`. */
export type ReadAnswer<Result> = (answer: TransportResponse, attempt: Attempt, now: number) => Result;

/**
 * Reads the answer to an enqueue.
 *
 * @throws {@link HttpError} for any status outside 200–299.
 * @throws {@link InvalidResponseError} for a 2xx answer that is no JSON object, lacks `jobId`, or says `success: false`.
 */
export const readJobResponse: ReadAnswer<JobResponse> = (answer, attempt, now) => {
  const job = readJob(answer, attempt, now);
  return { ...job, success: true };
};

/**
 * Reads the answer to a status call.
 *
 * @throws {@link HttpError} for any status outside 200–299, 404 for a job that the backend does not know.
 * @throws {@link InvalidResponseError} for a 2xx answer that is no JSON object, lacks `jobId` or `state`, or says
 * `success: false`.
 */
export const readJobSnapshot: ReadAnswer<JobSnapshot<never>> = (answer, attempt, now) => {
  const job = readJob(answer, attempt, now);
  return isJobSnapshot(job) ? job : reject(answer, attempt, 'has no state');
};

function readJob(answer: TransportResponse, attempt: Attempt, now: number): JsonObject & JobResponse {
  const { status, text } = answer;
  if (status < 200 || status > 299) {
    const shown = attempt.shown(answer);
    throw new HttpError(`HTTP ${status} while ${attempt.call.purpose}: ${explain(shown)}`, {
      ...attempt.details(shown),
      retryAfter: parseRetryAfter(answer.headers, now),
    });
  }
  const body = parseJson(text);
  if (!isObject(body)) return reject(answer, attempt, text.trim() === '' ? 'has no body' : 'is no JSON object');
  if (body['success'] === false)
    return reject(answer, attempt, `says success: false${suffix(messageIn(attempt.shown(answer).body))}`);
  const job = typeof body['jobId'] === 'number' ? { ...body, jobId: String(body['jobId']) } : body;
  return isJobResponse(job) ? job : reject(answer, attempt, 'has no jobId');
}

function isJobResponse(job: JsonObject): job is JsonObject & JobResponse {
  return typeof job['jobId'] === 'string' && job['jobId'] !== '';
}

function isJobSnapshot(job: JsonObject): job is JsonObject & JobSnapshot<never> {
  return typeof job['state'] === 'string';
}

function reject(answer: TransportResponse, attempt: Attempt, problem: string): never {
  throw new InvalidResponseError(
    `The answer to ${attempt.call.purpose} (HTTP ${answer.status}) ${problem}.`,
    attempt.details(attempt.shown(answer)),
  );
}

/** Says why, by what the error shows of the answer: nothing secret is in it. */
function explain({ status, headers, body }: ShownResponse): string {
  if (status === 0 || (status >= 300 && status < 400))
    return `redirects are not followed${suffix(headers['location'])}`;
  if (typeof body === 'string') return excerpt(body) || 'no body';
  return messageIn(body) ?? excerpt(JSON.stringify(body));
}

/** Finds the message of an error body: `{ error }` or `{ message }`, each a text or an object that holds one. */
function messageIn(body: unknown): string | undefined {
  if (!isObject(body)) return undefined;
  for (const part of [body['error'], body['message']]) {
    if (typeof part === 'string' && part.trim() !== '') return excerpt(part);
    if (typeof part === 'object' && part !== null) return messageIn(part) ?? excerpt(JSON.stringify(part));
  }
  return undefined;
}

function suffix(text: string | undefined): string {
  return text === undefined ? '' : `: ${excerpt(text)}`;
}
