import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Redis server on a free port of loopback. */
export interface TestRedis extends AsyncDisposable {
  readonly url: string;
  /** Ends it as a power cut would. */
  stop(): Promise<void>;
  /** Ends it as a power cut would, and starts it again on what it had written. */
  restart(): Promise<void>;
}

/** Whether Debian's `redis-server`, or another, is installed. */
export const hasRedis = ((): boolean => {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** For the titles of tests that are skipped without it. */
export const needsRedis = hasRedis ? '' : ' (skipped: redis-server is not installed)';

/**
 * Starts a Redis server.
 *
 * @param isDurable - Whether it writes each command to the disk before it answers, as AOF with `appendfsync always`.
 */
export async function startRedis(isDurable = false): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'redis-'));
  const port = await freePort();
  const durability = isDurable ? ['--appendonly', 'yes', '--appendfsync', 'always'] : ['--appendonly', 'no'];
  const options = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--dir', folder, ...durability];
  let server = await start(options);
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () => end('SIGKILL'),
    async restart() {
      await end('SIGKILL');
      server = await start(options);
    },
    async [Symbol.asyncDispose]() {
      await end('SIGTERM');
      await rm(folder, { recursive: true });
    },
  };
}

/** Resolves when it takes connections; rejects with what it said where it ends before. */
async function start(options: readonly string[]): Promise<ChildProcess> {
  const server = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (chunk: Buffer) => {
      said += String(chunk);
      if (said.includes('Ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`redis-server ended: ${said}`)));
    server.once('error', reject);
  });
  return server;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
