import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server on a free port of loopback. */
export interface Loopback extends AsyncDisposable {
  readonly port: number;
  /** Every connection that was made to it. */
  readonly connections: readonly Socket[];
}

/** Starts a server; dispose of it to stop it and end its connections. */
async function start(server: Server): Promise<Loopback> {
  const connections: Socket[] = [];
  server.on('connection', (socket: Socket) => {
    // A client that goes away is no fault of the server.
    socket.on('error', () => undefined);
    connections.push(socket);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    connections,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of connections) socket.destroy();
      }),
  };
}

/** Starts an HTTP server. */
export const startHttp = (listener: RequestListener): Promise<Loopback> => start(createHttpServer(listener));

/** Starts a server that does as it likes with its connections. */
export const startTcp = (onConnection: (socket: Socket) => void): Promise<Loopback> =>
  start(createServer(onConnection));

/** Starts an HTTPS server with a certificate that was made for it and that nobody has signed. */
export async function startHttps(listener: RequestListener): Promise<Loopback & { readonly certificate: string }> {
  const { key, certificate } = makeCertificate();
  const loopback = await start(createHttpsServer({ key, cert: certificate }, listener));
  return { ...loopback, certificate };
}

/** A port on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = await startTcp(() => undefined);
  await server[Symbol.asyncDispose]();
  return server.port;
}

function makeCertificate(): { key: string; certificate: string } {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  try {
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
    execFileSync('openssl', ['req', ...kind, ...name, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
    return { key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
