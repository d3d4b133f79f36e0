import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { downloadPackage, registryOptions, runNpm } from '../npm.js';
import type { Registry } from './registry.js';

const run = promisify(execFile);

/** A package in a registry. */
export interface PackageAt {
  readonly name: string;
  readonly registry: Registry;
  /** Where npm runs, and where tarballs are put. */
  readonly folder: string;
}

/** Waits seconds rather than minutes for a registry that does not answer, unless the environment says how long. */
const patience = {
  npm_config_fetch_retries: '2',
  npm_config_fetch_retry_mintimeout: '500',
  npm_config_fetch_retry_maxtimeout: '2000',
};

const optionsFor = ({ name, registry: { url } }: PackageAt): readonly string[] => registryOptions(name, `${url}/`);

/** The token reaches npm through its environment alone: no file and no command line holds it. */
function environmentFor({ registry: { url, token } }: PackageAt): NodeJS.ProcessEnv {
  const authorization = token === undefined ? {} : { [`npm_config_${url.replace(/^https?:/, '')}/:_authToken`]: token };
  return { ...patience, ...process.env, ...authorization };
}

/**
 * Runs npm against a registry; without a token, npm's own settings decide.
 *
 * @param words - The command and its options.
 * @returns What npm printed; JSON, where the command has any.
 * @throws {@link NpmError} if it fails.
 */
export async function npm(words: readonly string[], at: PackageAt): Promise<string> {
  return runNpm([...words, ...optionsFor(at)], at.folder, environmentFor(at));
}

/**
 * Downloads a version.
 *
 * @returns Path of its tarball.
 * @throws {@link NpmError} if it cannot be had.
 */
export async function downloadVersion(version: string, at: PackageAt): Promise<string> {
  return downloadPackage(`${at.name}@${version}`, at.folder, optionsFor(at), environmentFor(at));
}

/** URL of the registry that npm uses where nobody names one. */
export async function configuredRegistry(): Promise<string> {
  const { stdout } = await run('npm', ['config', 'get', 'registry'], { cwd: tmpdir() });
  return stdout.trim();
}
