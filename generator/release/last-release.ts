import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { lt, rsort, valid } from 'semver';

const run = promisify(execFile);

/**
 * The newest version that a release follows: for one of an older line, the newest of that line.
 *
 * @param version - The version to release.
 * @param others - Versions that there are, in any order.
 */
export function versionBefore(version: string, others: readonly string[]): string | undefined {
  return rsort(others.filter((other) => valid(other) !== null && lt(other, version)))[0];
}

/**
 * The newest tag of a version that a release follows; `undefined` where there is none, or no repository.
 *
 * @param version - The version to release.
 * @param tagPrefix - What the names of tags start with.
 * @param folder - A folder in the repository.
 */
export async function tagBefore(version: string, tagPrefix: string, folder: string): Promise<string | undefined> {
  const tags = await run('git', ['tag', '--list', `${tagPrefix}*`], { cwd: folder }).then(
    ({ stdout }) => stdout.split('\n').map((line) => line.slice(tagPrefix.length)),
    () => [],
  );
  const before = versionBefore(version, tags);
  return before && `${tagPrefix}${before}`;
}
