import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** npm failed; the message is what it said, without its notices. */
export class NpmError extends Error {
  override readonly name = 'NpmError';

  /** @param code - npm's code, such as `E404` or `ECONNREFUSED`; `unknown` where it gave none. */
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Runs npm.
 *
 * @param words - The command and its options.
 * @param folder - Where npm runs, so that it reads no project's settings.
 * @param env - Environment variables besides those of this process. Default: none.
 * @returns What npm printed; JSON, where the command has any.
 * @throws {@link NpmError} if it fails.
 */
export async function runNpm(words: readonly string[], folder: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const quiet = ['--json', '--loglevel=error', '--update-notifier=false'];
  return run('npm', [...words, ...quiet], { cwd: folder, env: { ...process.env, ...env }, maxBuffer: 2 ** 26 }).then(
    ({ stdout }) => stdout,
    (error: unknown) => {
      throw asNpmError(error as NpmFailure);
    },
  );
}

/**
 * Downloads the tarball of a package.
 *
 * @param spec - Its name, with or without a version.
 * @param folder - Where npm runs, and where the tarball is put.
 * @param options - Options of npm besides, such as the registry. Default: npm's own settings decide.
 * @param env - See {@link runNpm}.
 * @returns Path of the tarball.
 * @throws {@link NpmError} if it cannot be downloaded.
 */
export async function downloadPackage(
  spec: string,
  folder: string,
  options: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  const stdout = await runNpm(['pack', spec, ...options], folder, env);
  const [packed] = Object.values(JSON.parse(stdout) as Record<string, { readonly filename: string }>);
  return join(folder, packed?.filename ?? '');
}

/**
 * Options that make npm take a package from a registry, or bring it there: those of its scope too, since settings for a scope
 * come before `--registry`.
 */
export function registryOptions(name: string, url: string): readonly string[] {
  const scope = name.startsWith('@') ? [`--${name.slice(0, name.indexOf('/'))}:registry=${url}`] : [];
  return [`--registry=${url}`, ...scope];
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
