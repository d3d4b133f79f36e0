import { Agent, request } from 'node:http';
import { pathToFileURL } from 'node:url';

/** Sends one message and reads the answer. */
export type Send = () => Promise<unknown>;

/** Makes ready to send to a backend. `packageFolder` holds the built client. */
export type Contender = (baseUrl: string, packageFolder: string) => Promise<Send>;

const payload = {
  modelId: '3f2b8c1e-5a4d-4e6f-9b7a-1c2d3e4f5a6b',
  ownerId: '8d1e4f70-2b3c-4a59-8e6d-7f0a1b2c3d4e',
  storageLocation: { storageConnectionId: 'c5a90d3b-61f7-4c28-a4be-92d07e8f1a35', path: '/Models/dragon.stl' },
  autoEnqueueChildren: true,
};
const path = '/api/jobs/file-download-request';
const headers = {
  authorization: 'Bearer benchmark-key',
  'content-type': 'application/json',
  accept: 'application/json',
};

/** What the built package exports, as far as it is measured. */
interface ClientModule {
  readonly WorkerClient: new (config: { baseUrl: string; apiKey: string }) => {
    fileDownloadRequest(data: typeof payload): Promise<unknown>;
  };
}

const ours =
  (entry: string): Contender =>
  async (baseUrl, packageFolder) => {
    const module = (await import(pathToFileURL(`${packageFolder}/dist/esm/${entry}`).href)) as ClientModule;
    const client = new module.WorkerClient({ baseUrl, apiKey: 'benchmark-key' });
    return () => client.fileDownloadRequest(payload);
  };

/** Everything that is measured, by name. Each does the same: writes the payload, sends the key, reads the answer. */
export const contenders: Readonly<Record<string, Contender>> = {
  'bare node:http': async (baseUrl) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 256, maxFreeSockets: 256 });
    const { hostname, port } = new URL(baseUrl);
    return () =>
      new Promise((resolve, reject) => {
        const body = JSON.stringify(payload);
        const length = { 'content-length': Buffer.byteLength(body) };
        const outgoing = request({ hostname, port, path, method: 'POST', agent, headers: { ...headers, ...length } });
        outgoing.once('error', reject).once('response', (incoming) => {
          let text = '';
          incoming
            .setEncoding('utf8')
            .on('data', (chunk: string) => (text += chunk))
            .once('end', () => resolve(JSON.parse(text)));
        });
        outgoing.end(body);
      });
  },
  'this client in Node': ours('index.node.js'),
  'bare fetch': async (baseUrl) => async () => {
    const response = await fetch(baseUrl + path, { method: 'POST', headers, body: JSON.stringify(payload) });
    return response.json();
  },
  'this client on fetch': ours('index.js'),
  'openapi-fetch 0.17.0': async (baseUrl) => {
    const { default: createClient } = await import('openapi-fetch');
    interface Paths {
      [path]: {
        post: {
          requestBody: { content: { 'application/json': object } };
          responses: { 201: { content: { 'application/json': object } } };
        };
      };
    }
    const client = createClient<Paths>({ baseUrl, headers });
    return () => client.POST(path, { body: payload });
  },
  'ky 1.14.3': async (baseUrl) => {
    const { default: ky } = await import('ky');
    const client = ky.create({ prefixUrl: baseUrl, headers });
    return () => client.post(path.slice(1), { json: payload }).json();
  },
  'axios 1.21.1': async (baseUrl) => {
    const { default: axios } = await import('axios');
    const agent = new Agent({ keepAlive: true, maxSockets: 256, maxFreeSockets: 256 });
    const client = axios.create({ baseURL: baseUrl, headers, httpAgent: agent });
    return () => client.post(path, payload);
  },
  'got 14.6.6': async (baseUrl) => {
    const { default: got } = await import('got');
    const agent = new Agent({ keepAlive: true, maxSockets: 256, maxFreeSockets: 256 });
    const client = got.extend({ prefixUrl: baseUrl, headers, agent: { http: agent } });
    return () => client.post(path.slice(1), { json: payload }).json();
  },
};
