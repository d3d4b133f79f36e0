import type { JobState } from '../runtime/job.js';
import type { Validate } from '../runtime/validation.js';
import { errorAnswer, type ApiAnswer } from './api-answer.js';
import type { IdempotencyKeys } from './idempotency-keys.js';
import type { JobOptions, JobQueue, QueuedJob } from './job-queue.js';
import type { ReceivedRequest } from './received-request.js';

/** What the API needs to answer. */
export interface JobApiParts {
  readonly queue: JobQueue;
  /** `undefined` lets everybody in. */
  readonly apiKey: string | undefined;
  /** `undefined` takes any. */
  readonly messageTypes: ReadonlySet<string> | undefined;
  readonly validate: Validate;
  readonly jobOptions: (messageType: string, payload: unknown) => JobOptions;
  /** `undefined` takes every request for a new one. */
  readonly keys: IdempotencyKeys | undefined;
  /** What it says that it can do; `false` knows no such question. */
  readonly features: readonly string[] | false;
  /** States that are told in place of the queue's, by job id. */
  readonly shownStates: ReadonlyMap<string, JobState>;
  /** Told of each job that a request made. */
  readonly onStored: (job: QueuedJob, request: ReceivedRequest) => void;
}

const route = /^\/api\/jobs\/([^/?#]+)(?:\?.*)?$/;

/** The backend's HTTP interface: enqueues a job for a POST, and reads one for a GET. */
export class JobApi {
  readonly #parts: JobApiParts;

  /** @param parts - What it needs. */
  constructor(parts: JobApiParts) {
    this.#parts = parts;
  }

  /** Carries a request out, and says what to answer. */
  async answer(request: ReceivedRequest): Promise<ApiAnswer> {
    const { apiKey } = this.#parts;
    if (apiKey !== undefined && request.headers['authorization'] !== `Bearer ${apiKey}`) {
      const problem = request.headers['authorization'] === undefined ? 'is missing' : 'does not hold the API key';
      return { ...errorAnswer(401, `The header Authorization ${problem}.`), headers: { 'www-authenticate': 'Bearer' } };
    }
    const { features } = this.#parts;
    if (features !== false && request.method === 'GET' && request.url === '/api/capabilities')
      return { status: 200, body: { features } };
    const encoded = route.exec(request.url)?.[1];
    if (encoded === undefined) return errorAnswer(404, `There is no route ${request.url}.`);
    const segment = decode(encoded);
    if (segment === undefined) return errorAnswer(400, 'The path holds a malformed percent encoding.');
    if (request.method === 'GET') return this.#read(segment);
    if (request.method === 'POST') return this.#enqueue(segment, request);
    return { ...errorAnswer(405, `${request.method} is not allowed here.`), headers: { allow: 'GET, POST' } };
  }

  async #read(jobId: string): Promise<ApiAnswer> {
    const job = await this.#parts.queue.get(jobId);
    if (job === undefined) return errorAnswer(404, `There is no job ${JSON.stringify(jobId)}, or it has been removed.`);
    const { name, queue, data, returnvalue, progress, failedReason, timestamp } = job;
    const state = this.#parts.shownStates.get(jobId) ?? job.state;
    return { status: 200, body: { jobId, name, queue, state, data, returnvalue, progress, failedReason, timestamp } };
  }

  async #enqueue(messageType: string, request: ReceivedRequest): Promise<ApiAnswer> {
    const refusal = this.#bodyRefusal(request) ?? this.#payloadRefusal(messageType, request.body);
    if (refusal !== undefined) return refusal;
    const key = request.headers['idempotency-key'];
    if (key === undefined || this.#parts.keys === undefined) return this.#add(messageType, request);
    if (key === '') return errorAnswer(400, 'The header Idempotency-Key is empty.');
    const fingerprint = JSON.stringify([messageType, request.rawBody]);
    const answer = await this.#parts.keys.once(key, fingerprint, () => this.#add(messageType, request));
    return (
      answer ?? errorAnswer(422, 'This idempotency key belongs to a request with another message type or payload.')
    );
  }

  async #add(messageType: string, request: ReceivedRequest): Promise<ApiAnswer> {
    const { queue, jobOptions, onStored } = this.#parts;
    const { job, isNew } = await queue.add(messageType, request.body, jobOptions(messageType, request.body));
    if (isNew) onStored(job, request);
    return { status: 201, body: { success: true, jobId: job.jobId, messageName: job.name, queue: job.queue } };
  }

  #bodyRefusal({ headers, rawBody, bodyProblem, isTooLarge }: ReceivedRequest): ApiAnswer | undefined {
    if (isTooLarge) return errorAnswer(413, 'The body is too large.');
    if (rawBody === '') return errorAnswer(400, 'The body is empty: it must be the payload, as JSON.');
    const type = headers['content-type'] ?? 'application/json';
    if (!/^application\/(?:[^;\s]+\+)?json\s*(?:;|$)/i.test(type)) {
      return errorAnswer(415, 'The content type must be application/json.');
    }
    return bodyProblem === undefined ? undefined : errorAnswer(400, bodyProblem);
  }

  #payloadRefusal(messageType: string, payload: unknown): ApiAnswer | undefined {
    const { messageTypes, validate } = this.#parts;
    if (messageTypes?.has(messageType) === false) {
      const message = `There is no message type ${JSON.stringify(messageType)}.`;
      return errorAnswer(400, message, { problems: [{ pointer: '', message }] });
    }
    const problems = validate(messageType, payload);
    return problems.length === 0
      ? undefined
      : errorAnswer(400, `The payload does not fit ${messageType}.`, { problems });
  }
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
