import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { runServer } from 'verdaccio';
import type { Publication } from '../release/publish.js';

/** A registry on loopback, with one user. */
export interface TestRegistry extends AsyncDisposable {
  /** URL, without a slash at its end. */
  readonly url: string;
  /** Token of a user who may publish. */
  readonly token: string;
  /** Decides what happens to each request; `undefined` lets it pass. */
  fault: ((request: IncomingMessage) => Fault | undefined) | undefined;
  /** Takes a package as from whoever published it before, under a tag. */
  add(publication: Publication, tag: string): Promise<void>;
  /** Versions and tags of a package; `undefined` where there is none. */
  packument(name: string): Promise<Packument | undefined>;
}

/** What a registry answers in place of its answer: a status, or nothing at all. */
type Fault = number | 'hang up';

/** What a registry knows of a package. */
interface Packument {
  readonly versions: Readonly<Record<string, { readonly dist: { readonly integrity: string } }>>;
  readonly 'dist-tags': Readonly<Record<string, string>>;
}

/** Starts Verdaccio behind a server that can fail as other registries do. It knows no package, and asks no other registry. */
export async function startRegistry(): Promise<TestRegistry> {
  const storage = await mkdtemp(join(tmpdir(), 'registry-'));
  const access = { access: '$all', publish: '$authenticated', unpublish: '$authenticated' };
  const verdaccio = (await runServer({
    storage,
    self_path: storage,
    auth: { htpasswd: { file: join(storage, 'htpasswd'), rounds: 4 } },
    packages: { '@*/*': access, '**': access },
    web: { enable: false },
    log: { type: 'stdout', format: 'json', level: 'fatal' },
  })) as Server;
  const port = await listen(verdaccio);
  const front = createServer((incoming, response) => {
    const fault = registry.fault?.(incoming);
    if (fault === undefined) return forward(port, incoming, response);
    if (fault === 'hang up') return incoming.socket.destroy();
    incoming.resume();
    return response.writeHead(fault, { 'content-type': 'application/json' }).end(JSON.stringify({ error: 'Refused' }));
  });
  const url = `http://localhost:${await listen(front)}`;
  const registry: TestRegistry = {
    url,
    token: await addUser(`http://127.0.0.1:${port}`),
    fault: undefined,
    add: (publication, tag) => add(`http://127.0.0.1:${port}`, registry.token, publication, tag),
    async packument(name) {
      const answer = await fetch(`${url}/${name.replace('/', '%2f')}`);
      return answer.ok ? ((await answer.json()) as Packument) : undefined;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([front, verdaccio].map(close));
      await rm(storage, { recursive: true });
    },
  };
  return registry;
}

async function addUser(url: string): Promise<string> {
  const body = JSON.stringify({ name: 'publisher', password: 'a password' });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/-/user/org.couchdb.user:publisher`, { method: 'PUT', headers, body });
  return ((await answer.json()) as { token: string }).token;
}

/** Sends what `npm publish` does. */
async function add(url: string, token: string, { name, version, packed }: Publication, tag: string): Promise<void> {
  const file = basename(packed.tarball);
  const bytes = await readFile(packed.tarball);
  const path = `${url}/${name.replace('/', '%2f')}`;
  const body = {
    _id: name,
    name,
    'dist-tags': { [tag]: version },
    versions: { [version]: { name, version, dist: { integrity: packed.integrity, tarball: `${path}/-/${file}` } } },
    _attachments: {
      [file]: { content_type: 'application/octet-stream', data: bytes.toString('base64'), length: bytes.length },
    },
  };
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const answer = await fetch(path, { method: 'PUT', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`The registry did not take ${name}: ${answer.status} ${await answer.text()}`);
}

function forward(port: number, incoming: IncomingMessage, response: ServerResponse): void {
  const { method, url: path, headers } = incoming;
  const outgoing = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(response);
  });
  outgoing.on('error', () => response.destroy());
  incoming.pipe(outgoing);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
