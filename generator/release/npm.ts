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

/** Waits seconds rather than minutes for a registry that does not answer. */
const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=500', '--fetch-retry-maxtimeout=2000'];

const optionsFor = ({ name, registry: { url } }: PackageAt): string[] => [
  ...registryOptions(name, `${url}/`),
  ...patience,
];

/** The token reaches npm through its environment alone: no file and no command line holds it. */
const tokenFor = ({ registry: { url, token } }: PackageAt): Readonly<Record<string, string>> =>
  token === undefined ? {} : { [`npm_config_${url.replace(/^https?:/, '')}/:_authToken`]: token };

/**
 * Runs npm against a registry; without a token, npm's own settings decide.
 *
 * @param words - The command and its options.
 * @returns What npm printed; JSON, where the command has any.
 * @throws {@link NpmError} if it fails.
 */
export async function npm(words: readonly string[], at: PackageAt): Promise<string> {
  return runNpm([...words, ...optionsFor(at)], at.folder, tokenFor(at));
}

/**
 * Downloads a version.
 *
 * @returns Path of its tarball.
 * @throws {@link NpmError} if it cannot be had.
 */
export async function downloadVersion(version: string, at: PackageAt): Promise<string> {
  return downloadPackage(`${at.name}@${version}`, at.folder, optionsFor(at), tokenFor(at));
}

/** URL of the registry that npm uses where nobody names one. */
export async function configuredRegistry(): Promise<string> {
  const { stdout } = await run('npm', ['config', 'get', 'registry'], { cwd: tmpdir() });
  return stdout.trim();
}
