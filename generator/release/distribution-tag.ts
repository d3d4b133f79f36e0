import { gt, major, minor, parse } from 'semver';

/**
 * The tag under which a registry offers a version: `latest`, or for a prerelease its first word, such as `beta` of
 * `2.0.0-beta.1`. A version of an older line takes neither: it gets `latest-4`, or `latest-4.0` where its major version has
 * gone on too.
 *
 * @param version - A semantic version (https://semver.org).
 * @param published - The versions that the registry has.
 */
export function distributionTag(version: string, published: readonly string[]): string {
  const channel = channelOf(version);
  const newer = published.filter((other) => channelOf(other) === channel && gt(other, version));
  if (newer.length === 0) return channel;
  if (newer.every((other) => major(other) !== major(version))) return `${channel}-${major(version)}`;
  const line = `${major(version)}.${minor(version)}`;
  if (newer.every((other) => `${major(other)}.${minor(other)}` !== line)) return `${channel}-${line}`;
  return `${channel}-${version.replace(/\+.*$/, '')}`;
}

/** Whom a version is for: `latest` for everybody. */
function channelOf(version: string): string {
  const prerelease = parse(version)?.prerelease.join('.') ?? '';
  if (prerelease === '') return 'latest';
  return /^[a-z]+/i.exec(prerelease)?.[0] ?? 'next';
}
