import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The line of an `.npmrc` that gives npm the token for a registry, from the environment variable `NODE_AUTH_TOKEN`.
 *
 * @param registry - URL of the registry.
 */
export function tokenLine(registry: string): string {
  return `${withSlash(registry).replace(/^https?:/, '')}:_authToken=\${NODE_AUTH_TOKEN}\n`;
}

/**
 * The tag under which npm installs a version: `latest`, or for a prerelease its first word, such as `beta` of `2.0.0-beta.1`.
 * Without one, npm would refuse a prerelease, or everybody would get it.
 *
 * @param version - A semantic version (https://semver.org).
 */
export function distributionTag(version: string): string {
  const [, prerelease] = /^[^-+]+-([^+]+)/.exec(version) ?? [];
  if (prerelease === undefined) return 'latest';
  return /^[a-z]+/i.exec(prerelease)?.[0] ?? 'next';
}

/**
 * Hands a tarball to a registry. The token goes to npm alone: neither a command line nor the repository holds it.
 *
 * @param tarball - Path of the tarball; npm's settings for this run are written beside it.
 * @param version - The package's version.
 * @param registry - URL of the registry.
 * @param token - Token that may publish there.
 * @throws Error if npm fails, with what it said.
 */
export async function publish(tarball: string, version: string, registry: string, token: string): Promise<void> {
  const settings = join(dirname(tarball), '.npmrc');
  await writeFile(settings, tokenLine(registry), { mode: 0o600 });
  const options = ['--registry', withSlash(registry), '--tag', distributionTag(version), '--userconfig', settings];
  await run('npm', ['publish', tarball, ...options], { env: { ...process.env, NODE_AUTH_TOKEN: token } });
}

const withSlash = (url: string): string => url.replace(/\/*$/, '/');
