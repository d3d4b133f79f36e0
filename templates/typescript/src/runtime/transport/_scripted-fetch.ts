import type { Fetch, FetchRequest, FetchResponse } from './fetch.js';

/** What a scripted `fetch` does with one request. */
export type Step =
  | { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly body: unknown }
  | Error
  /** Never settles, and heeds no signal. */
  | 'stall'
  /** Answers, but never with the end of the body. */
  | 'stalled body';

/** A request as a scripted `fetch` got it. */
export interface ScriptedRequest extends FetchRequest {
  readonly url: string;
}

/** An answer as the backend gives it to an enqueue. */
export const enqueued: Step = {
  status: 201,
  body: { success: true, jobId: '1', queue: 'images' },
};

/** An answer as the backend gives it to a status call. */
export const jobIn = (state: string, more: object = {}): Step => ({
  body: { jobId: '1', name: 'resize', queue: 'images', state, data: {}, timestamp: 1, ...more },
});

/** A failure that proves that nothing was sent. */
export const refused = (): Error => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

/** A failure that comes at any time. */
export const reset = (): Error => Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });

/** A `fetch` of a test, and the requests that it got. */
export interface ScriptedFetch {
  readonly fetch: Fetch;
  readonly requests: ScriptedRequest[];
  /** Requests that asked what the backend can do. */
  readonly questions: ScriptedRequest[];
}

/** An answer to the question what a backend can do. */
export const capableOf = (...features: readonly string[]): Step => ({ body: { catalog: '1.0.0', features } });

/** The answer of a backend of old. */
const incapable: Step = { status: 404, body: { error: 'no such route' } };

/**
 * A `fetch` that does one step a request, and repeats the last.
 *
 * @param steps - What it does; a text as a body is sent as it is, anything else as JSON.
 * @param capabilities - What it does where it is asked what it can do, apart from the steps; it repeats the last too.
 */
export function scriptedFetch(steps: readonly Step[], capabilities: readonly Step[] = [incapable]): ScriptedFetch {
  const requests: ScriptedRequest[] = [];
  const questions: ScriptedRequest[] = [];
  const fetch: Fetch = async (url, request) => {
    if (url.endsWith('/api/capabilities')) return take(capabilities, questions, { url, ...request });
    return take(steps, requests, { url, ...request });
  };
  return { fetch, requests, questions };
}

async function take(
  steps: readonly Step[],
  requests: ScriptedRequest[],
  request: ScriptedRequest,
): Promise<FetchResponse> {
  const step = steps[Math.min(requests.length, steps.length - 1)];
  requests.push(request);
  if (step instanceof Error) throw step;
  if (step === 'stall' || step === undefined) return new Promise(() => undefined);
  if (step === 'stalled body') return { status: 200, headers: new Headers(), text: () => new Promise(() => undefined) };
  const { status = 200, headers = {}, body } = step;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers: new Headers(headers), text: () => Promise.resolve(text) };
}
