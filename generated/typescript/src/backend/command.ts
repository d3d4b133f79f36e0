import { parseArgs } from 'node:util';
import { reasonOf } from '../runtime/delivery/reason.js';
import type { Backend, CreateBackendOptions } from './create-backend.js';
import type { JobStore } from './job-store.js';

/** Makes a store on Redis; `onError` receives what nobody waits for, such as a lost connection. */
type OpenRedisStore = (url: string, onError: (error: Error) => void) => JobStore;

/** What the command is made of. */
export interface CommandParts {
  readonly createBackend: (options: CreateBackendOptions) => Backend;
  readonly createMemoryStore: () => JobStore;
  /** Loads what keeps jobs in Redis. Rejects where `bullmq` is not installed. */
  readonly loadRedisStore: () => Promise<OpenRedisStore>;
}

/** What the command was asked for. */
type CommandRequest =
  | { readonly help: true }
  | { readonly problem: string }
  | {
      readonly port: number;
      readonly host: string;
      readonly redis: string | undefined;
      readonly apiKey: string | undefined;
    };

const help = `worker-backend [options]

Starts a worker backend: the HTTP interface that clients of this package speak.

  --port <number>       Port to listen on; 0 for any that is free. Default: 3000.
  --host <name>         Name or address to listen on. Default: 127.0.0.1, which this machine alone reaches.
  --redis <url>         Keeps jobs in Redis, with bullmq. Default: in memory, where they end with the process.
  --api-key-env <name>  Environment variable that holds the key that requests must carry. Default: everybody may.
  --help                Prints this.

It prints its URL, and ends on SIGTERM or SIGINT after it has answered what is under way: with exit code 0. Exit code 1: it
cannot listen, or reach Redis. Exit code 2: wrong usage.
`;

/**
 * Runs the command `worker-backend` with the arguments of this process, until it is asked to end.
 *
 * @param parts - What it is made of.
 */
export async function runCommand(parts: CommandParts): Promise<void> {
  process.exitCode = await run(parts, readRequest(process.argv.slice(2), process.env));
}

async function run(parts: CommandParts, request: CommandRequest): Promise<number> {
  if ('help' in request) {
    process.stdout.write(help);
    return 0;
  }
  if ('problem' in request) return fail(`${request.problem}\nSee worker-backend --help.`, 2);
  const { port, host, redis, apiKey } = request;
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  let backend: Backend | undefined;
  // Until the store is ready, it is that which says what is wrong.
  let report = (_error: Error): void => undefined;
  try {
    const store =
      redis === undefined ? parts.createMemoryStore() : (await loadRedis(parts))(redis, (error) => report(error));
    backend = parts.createBackend({ store, apiKey });
    await Promise.race([store.ready(), ended]).catch((error: unknown) => {
      throw new Error(`Redis cannot be reached: ${reasonOf(error)}`, { cause: error });
    });
    report = reporter();
    const { url } = await backend.listen({ port, host });
    if (apiKey === undefined && !/^(?:127\.|localhost$|::1$)/.test(host))
      process.stderr.write('worker-backend: without --api-key-env everybody who reaches it may use it\n');
    process.stdout.write(`worker-backend: listening on ${url}\n`);
    await ended;
    return 0;
  } catch (error) {
    return fail(messageOf(error), 1);
  } finally {
    await backend?.close();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Writes what becomes of the connection to Redis; the same again is written once. */
function reporter(): (error: Error) => void {
  let last: string | undefined;
  return (error) => {
    const reason = reasonOf(error);
    if (reason !== last) process.stderr.write(`worker-backend: Redis: ${reason}\n`);
    last = reason;
  };
}

function fail(problem: string, code: number): number {
  process.stderr.write(`worker-backend: ${problem}\n`);
  return code;
}

/**
 * Reads the arguments.
 *
 * @param environment - Where the API key is.
 */
export function readRequest(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): CommandRequest {
  const text = { type: 'string' } as const;
  const options = { port: text, host: text, redis: text, 'api-key-env': text, help: { type: 'boolean' } } as const;
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options }));
  } catch (error) {
    return { problem: messageOf(error) };
  }
  if (values.help === true) return { help: true };
  const { port = '3000', host = '127.0.0.1', redis, 'api-key-env': name } = values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return { problem: `--port must be a number from 0 to 65535, got ${JSON.stringify(port)}.` };
  if (redis !== undefined && !/^rediss?:\/\/./.test(redis))
    return { problem: '--redis must be a URL such as redis://127.0.0.1:6379.' };
  const apiKey = name === undefined ? undefined : environment[name];
  if (name !== undefined && !apiKey)
    return { problem: `--api-key-env: there is no environment variable ${JSON.stringify(name)}, or it is empty.` };
  return { port: Number(port), host, redis, apiKey };
}

async function loadRedis({ loadRedisStore }: CommandParts): Promise<OpenRedisStore> {
  try {
    return await loadRedisStore();
  } catch (error) {
    const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
    const isMissing = code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND';
    if (isMissing && /bullmq|ioredis/.test(String(message)))
      throw new Error('--redis needs the package bullmq: npm install bullmq@6', { cause: error });
    throw error;
  }
}
