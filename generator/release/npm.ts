import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { registryOptions } from '../registry-options.js';
import type { Registry } from './registry.js';

const run = promisify(execFile);

/** npm failed; the message is what it said, without its notices. */
export class NpmError extends Error {
  override readonly name = 'NpmError';

  /**
   * @param code - npm's code, such as `E404` or `ECONNREFUSED`; `unknown` where it gave none.
   * @param message - What it said, in a few lines.
   */
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Waits seconds rather than minutes for a registry that does not answer. */
const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=500', '--fetch-retry-maxtimeout=2000'];

/**
 * Runs npm against a registry. The token reaches npm through its environment alone: no file and no command line holds it.
 *
 * @param words - The command and its options.
 * @param registry - The registry; without a token, npm's own settings decide.
 * @param name - Name of the package.
 * @param folder - Where npm runs, so that it reads no project's settings.
 * @returns What npm printed; JSON, where the command has any.
 * @throws {@link NpmError} if it fails.
 */
export async function npm(words: readonly string[], registry: Registry, name: string, folder: string): Promise<string> {
  const { url, token } = registry;
  const options = [
    ...registryOptions(name, `${url}/`),
    ...patience,
    '--json',
    '--loglevel=error',
    '--update-notifier=false',
  ];
  const auth = token === undefined ? {} : { [`npm_config_${url.replace(/^https?:/, '')}/:_authToken`]: token };
  const env = { ...process.env, ...auth };
  return run('npm', [...words, ...options], { cwd: folder, env, maxBuffer: 2 ** 26 }).then(
    ({ stdout }) => stdout,
    (error: unknown) => {
      throw asNpmError(error as NpmFailure);
    },
  );
}

/** URL of the registry that npm uses where nobody names one. */
export async function configuredRegistry(): Promise<string> {
  const { stdout } = await run('npm', ['config', 'get', 'registry'], { cwd: tmpdir() });
  return stdout.trim();
}

interface NpmFailure extends Error {
  readonly stdout?: string;
  readonly stderr?: string;
}

/** Most lines of what npm says that a person is shown. */
const maxLines = 4;

function asNpmError({ stdout = '', stderr = '', message }: NpmFailure): NpmError {
  const lines = stderr
    .split('\n')
    .flatMap((line) => (line.startsWith('npm error ') ? [line.slice('npm error '.length)] : []));
  const [, code = 'unknown'] = /^npm error code (\S+)$/m.exec(stderr) ?? [];
  const said = lines.filter((line) => !/^(?:code |A complete log|\s*$)/.test(line)).slice(0, maxLines);
  return new NpmError(code, said.join('\n') || stdout.trim() || message);
}
