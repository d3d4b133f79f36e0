import { HttpError, InvalidResponseError, type ShownResponse } from '../errors/index.js';
import type { JobResponse, JobSnapshot } from '../job.js';
import { parseRetryAfter } from '../retry/retry-after.js';
import type { TransportResponse } from '../transport/transport.js';
import { answerProblem, isSuccess } from './answer-problem.js';
import type { Attempt } from './attempt.js';
import { isObject } from './json.js';
import { excerpt, listProblems } from './reason.js';

/** Reads an answer, or throws what is wrong with it. `now` is the time, for dates in `Retry-After`. */
export type ReadAnswer<Result> = (answer: TransportResponse, attempt: Attempt, now: number) => Result;

/**
 * Reads the answer to an enqueue.
 *
 * @throws {@link HttpError} for any status outside 200–299.
 * @throws {@link InvalidResponseError} for a 2xx answer that is none to this enqueue, or says `success: false`.
 */
export const readJobResponse: ReadAnswer<JobResponse<never>> = (answer, attempt, now) => ({
  ...(readJob(answer, attempt, now) as JobResponse),
  success: true,
  messageName: attempt.call.subject.messageType as never,
});

/**
 * Reads the answer to a status call.
 *
 * @throws {@link HttpError} for any status outside 200–299, 404 for a job that the backend does not know.
 * @throws {@link InvalidResponseError} for a 2xx answer that is none to this call, or says `success: false`.
 */
export const readJobSnapshot = readJob as ReadAnswer<JobSnapshot<never>>;

/** What {@link answerProblem} has found to be a job. */
function readJob(answer: TransportResponse, attempt: Attempt, now: number): object {
  const { status, json } = answer;
  if (!isSuccess(status)) throw httpError(answer, attempt, now);
  if (attempt.accepts(answer)) return { ...(json as object), jobId: String((json as JobResponse).jobId) };
  const shown = attempt.shown(answer);
  // Of what the error shows: what it quotes may be secret.
  const problem = answerProblem({ ...answer, json: shown.body }, attempt.call);
  const reason = suffix(messageIn(shown.body));
  throw new InvalidResponseError(`The answer to ${attempt.call.purpose} (HTTP ${status}) ${problem}${reason}.`, {
    ...attempt.details(shown),
    isTooLarge: answer.isTooLarge,
  });
}

/** The error of an answer whose status is none of success. */
export function httpError(answer: TransportResponse, attempt: Attempt, now: number): HttpError {
  const shown = attempt.shown(answer);
  return new HttpError(`HTTP ${answer.status} while ${attempt.call.purpose}: ${explain(shown)}`, {
    ...attempt.details(shown),
    retryAfter: parseRetryAfter(answer.headers, now),
  });
}

/** Says why, by what the error shows of the answer: nothing secret is in it. */
function explain({ status, headers, body }: ShownResponse): string {
  if (status === 0 || (status >= 300 && status < 400))
    return `redirects are not followed${suffix(headers['location'])}`;
  if (typeof body === 'string') return excerpt(body) || 'no body';
  const problems = (body as { readonly problems?: unknown } | null)?.problems;
  return `${messageIn(body) ?? excerpt(JSON.stringify(body))} ${excerpt(listProblems(problems))}`.trim();
}

/** Finds the message of an error body: `{ error }` or `{ message }`, each a text or an object that holds one. */
function messageIn(body: unknown): string | undefined {
  if (!isObject(body)) return undefined;
  for (const part of [body['error'], body['message']]) {
    if (typeof part === 'string' && part.trim()) return excerpt(part);
    if (typeof part === 'object' && part) return messageIn(part) ?? excerpt(JSON.stringify(part));
  }
  return undefined;
}

function suffix(text: string | undefined): string {
  return text === undefined ? '' : `: ${excerpt(text)}`;
}
