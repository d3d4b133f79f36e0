import { request as send } from 'node:http';

/** What a caller sees of an exchange, up to where it broke. */
export interface RawAnswer {
  /** `undefined` where no headers came. */
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** As much of the body as came. */
  readonly text: string;
  /** Code of the error that broke the exchange; `undefined` where the answer is complete. */
  readonly error: string | undefined;
}

/** What to send. */
export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
  /** Called with each piece of the body as it comes. */
  readonly onData?: (text: string) => void;
}

/** Sends a request with a connection of its own, and resolves with what comes back; never rejects. */
export function rawRequest(
  url: string,
  { method = 'GET', body, signal, headers, onData }: RawRequest = {},
): Promise<RawAnswer> {
  return new Promise((resolve) => {
    let answer: RawAnswer = { status: undefined, headers: {}, text: '', error: undefined };
    const fail = (error: Error & { code?: string }): void => resolve({ ...answer, error: error.code ?? error.message });
    const options = { method, agent: false, headers: { ...headers }, ...(signal === undefined ? {} : { signal }) };
    const request = send(url, options, (response) => {
      answer = { ...answer, status: response.statusCode, headers: response.headers };
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        answer = { ...answer, text: answer.text + text };
        onData?.(text);
      });
      response.once('end', () => resolve(answer));
      response.once('error', fail);
    });
    request.once('error', fail);
    request.end(body);
  });
}

/** Enqueues a job with a raw request. */
export function rawEnqueue(
  backendUrl: string,
  messageType: string,
  payload: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawAnswer> {
  return rawRequest(`${backendUrl}/api/jobs/${messageType}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(payload),
  });
}
