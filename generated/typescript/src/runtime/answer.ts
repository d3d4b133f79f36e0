import type { CallContext } from './call-context.js';
import { HttpError, InvalidResponseError } from './errors/index.js';
import type { Answer } from './exchange.js';
import type { JobResponse, JobSnapshot } from './job.js';
import { redactText } from './redact.js';

/** A JSON object as it came off the wire. */
interface JsonObject {
  readonly [key: string]: unknown;
}

/**
 * Reads the answer to an enqueue.
 *
 * @param answer - The complete answer.
 * @param context - What errors say about the call.
 * @throws {@link HttpError} for any status outside 200–299.
 * @throws {@link InvalidResponseError} for a 2xx answer that is no JSON object, lacks `jobId`, or says `success: false`.
 */
export function readJobResponse(answer: Answer, context: CallContext): JobResponse {
  const job = readJob(answer, context);
  return isJobResponse(job) ? { ...job, success: true } : reject(answer, context, 'has no jobId');
}

/**
 * Reads the answer to a status call.
 *
 * @param answer - The complete answer.
 * @param context - What errors say about the call.
 * @throws {@link HttpError} for any status outside 200–299, 404 for a job that the backend does not know.
 * @throws {@link InvalidResponseError} for a 2xx answer that is no JSON object, lacks `jobId` or `state`, or says
 * `success: false`.
 */
export function readJobSnapshot<Data>(answer: Answer, context: CallContext): JobSnapshot<Data> {
  const job = readJob(answer, context);
  if (!isJobResponse(job)) return reject(answer, context, 'has no jobId');
  return isJobSnapshot<Data>(job) ? job : reject(answer, context, 'has no state');
}

function readJob(answer: Answer, context: CallContext): JsonObject {
  if (answer.status < 200 || answer.status > 299) {
    throw new HttpError(
      redactText(`HTTP ${answer.status} while ${context.purpose}: ${explain(answer)}`, context.secret),
      {
        ...shown(answer, context),
        status: answer.status,
      },
    );
  }
  const body = parseJson(answer.text);
  if (!isObject(body)) return reject(answer, context, answer.text.trim() === '' ? 'has no body' : 'is no JSON object');
  if (body['success'] === false) return reject(answer, context, `says success: false${suffix(messageIn(body))}`);
  return typeof body['jobId'] === 'number' ? { ...body, jobId: String(body['jobId']) } : body;
}

function isJobResponse(job: JsonObject): job is JsonObject & JobResponse {
  return typeof job['jobId'] === 'string' && job['jobId'] !== '';
}

function isJobSnapshot<Data>(job: JsonObject): job is JsonObject & JobSnapshot<Data> {
  return typeof job['state'] === 'string';
}

function reject(answer: Answer, context: CallContext, problem: string): never {
  throw new InvalidResponseError(
    redactText(`The answer to ${context.purpose} (HTTP ${answer.status}) ${problem}.`, context.secret),
    shown(answer, context),
  );
}

/** The answer as errors show it: a backend that echoes the request must not bring the key into a log. */
function shown(answer: Answer, { details, secret }: CallContext) {
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, redactText(value, secret)]),
  );
  return { ...details, status: answer.status, headers, body: parseJson(redactText(answer.text, secret)) };
}

/** The JSON value of a text, else the text itself. A `SyntaxError` would quote the body, so none is passed on. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function explain(answer: Answer): string {
  if (answer.status === 0 || (answer.status >= 300 && answer.status < 400)) {
    return `redirects are not followed${suffix(answer.headers['location'])}`;
  }
  return messageIn(parseJson(answer.text)) ?? (answer.text.trim() === '' ? 'no body' : excerpt(answer.text));
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
  return text === undefined ? '' : `: ${text}`;
}

/** One line of at most 200 characters; the whole is in the error's `body`. */
function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
