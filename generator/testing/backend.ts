import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the backend received it. */
interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** A worker backend on loopback that takes every job and keeps it waiting. */
export interface Backend extends AsyncDisposable {
  readonly url: string;
  readonly received: readonly ReceivedRequest[];
}

interface StoredJob {
  readonly jobId: string;
  readonly name: string;
  readonly data: unknown;
}

/** Starts a backend on a free port; dispose of it to stop it and end its connections. */
export async function startBackend(): Promise<Backend> {
  const received: ReceivedRequest[] = [];
  const jobs = new Map<string, StoredJob>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const { method = '', url = '', headers } = request;
    received.push({ method, url, headers, body: text === '' ? undefined : (JSON.parse(text) as unknown) });
    const segment = decodeURIComponent(/^\/api\/jobs\/([^/?]+)$/.exec(url)?.[1] ?? '');
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': `request-${received.length}` });
      response.end(JSON.stringify(body));
    };
    if (segment === '') return answer(404, { error: 'no such route' });
    if (method === 'POST') {
      const jobId = String(jobs.size + 1);
      jobs.set(jobId, { jobId, name: segment, data: JSON.parse(text) as unknown });
      return answer(201, { success: true, jobId, messageName: segment, queue: `${segment}-queue` });
    }
    const job = jobs.get(segment);
    if (job === undefined) return answer(404, { error: { message: 'no such job' } });
    return answer(200, { ...job, queue: `${job.name}-queue`, state: 'waiting', timestamp: 1_760_000_000_000 });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
