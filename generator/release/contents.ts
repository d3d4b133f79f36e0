import { pluralize } from '../text/pluralize.js';
import type { PackedPackage } from './pack.js';
import type { ReleasePackage } from './release-packages.js';

/** What has no place in a package: settings that may hold secrets, keys, tests, maps, leftovers. */
const unwanted =
  /(?:^|\/)(?:\.npmrc|\.env[^/]*|\.git[^/]*|node_modules|_[^/]*|[^/]*\.(?:pem|key|map|tgz|orig|tmp|tsbuildinfo))(?:$|\/)|\.test(?:-d)?\.[cm]?[jt]s$/;

/**
 * Finds what a tarball lacks and what it should not hold.
 *
 * @param packed - What was packed.
 * @param released - What it must be.
 * @returns A sentence for each problem.
 */
export function contentProblems(packed: PackedPackage, { limits, files }: ReleasePackage): string[] {
  const paths = packed.files.map(({ path }) => path);
  const problems = files.filter((path) => !paths.includes(path)).map((path) => `${path} is missing.`);
  for (const path of paths.filter((each) => unwanted.test(each))) problems.push(`${path} does not belong there.`);
  if (packed.size > limits.size) problems.push(`It has ${packed.size} bytes, and may have ${limits.size}.`);
  if (paths.length > limits.files)
    problems.push(`It has ${pluralize(paths.length, 'file')}, and may have ${limits.files}.`);
  return problems;
}
