import type { Backend, BackendCatalog } from './create-backend.js';

/** A catalog in which no payload fits `strict-request`. */
export const catalog: BackendCatalog = {
  version: '1.2.3',
  messageTypes: { DEMO: 'demo-request', STRICT: 'strict-request' },
  validate: (type) => (type === 'strict-request' ? [{ pointer: '/a', message: 'It is missing.' }] : []),
};

/** A request. */
export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is a text or bytes. */
  readonly body?: unknown;
}

/** An answer. */
export interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A request that posts JSON. */
export const post = (body: unknown, headers: Sent['headers'] = {}): Sent => ({ method: 'POST', body, headers });

/** Sends requests to a backend, without a server in between. */
export function sender(backend: Backend) {
  return async (path: string, { method, headers = {}, body }: Sent = {}, signal?: AbortSignal): Promise<Got> => {
    const content =
      body === undefined || typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    const type = content === undefined ? {} : { 'content-type': 'application/json' };
    const init = { method: method ?? 'GET', headers: { ...type, ...headers }, body: content as BodyInit };
    const request = new Request(`http://localhost${path}`, signal === undefined ? init : { ...init, signal });
    const answer = await backend.fetch(request);
    const text = await answer.text();
    const json: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: answer.status, headers: answer.headers, body: json };
  };
}
