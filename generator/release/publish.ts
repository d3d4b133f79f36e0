import type { PackedPackage } from './pack.js';
import { NpmError } from '../npm.js';
import { npm, type PackageAt } from './npm.js';
import { explainRefusal, isSameContent } from './published.js';
import { ReleaseError } from './release-error.js';

/** A tarball, and under which name and version it goes out. */
export interface Publication {
  readonly name: string;
  readonly version: string;
  readonly packed: PackedPackage;
}

/**
 * Whether a registry has a publication already.
 *
 * @param published - The versions that it has.
 * @throws {@link ReleaseError} if it has that version with other content, which can never be replaced.
 */
export async function isPublished(
  publication: Publication,
  published: readonly string[],
  at: PackageAt,
): Promise<boolean> {
  const { name, version, packed } = publication;
  if (!published.includes(version)) return false;
  if (await isSameContent(packed.tarball, version, at)) return true;
  throw new ReleaseError(
    `${name} ${version} is on ${at.registry.url} already, with other content. A version can never be replaced: raise the version.`,
  );
}

/**
 * Hands a tarball to a registry.
 *
 * @param tag - Tag under which the registry offers it.
 * @throws {@link ReleaseError} if the registry refuses it, or does not answer.
 */
export async function publish(publication: Publication, tag: string, at: PackageAt): Promise<void> {
  const { version, packed } = publication;
  // Only where it runs does GitHub vouch for what was built.
  const canProve = at.registry.hasProvenance && process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] !== undefined;
  const proof = canProve ? ['--provenance', '--access=public'] : [];
  const options = [`--tag=${tag}`, '--ignore-scripts', ...proof];
  try {
    await npm(['publish', packed.tarball, ...options], at);
  } catch (error) {
    if (!(error instanceof NpmError)) throw error;
    // Somebody else was faster.
    const isTaken =
      ['E409', 'EPUBLISHCONFLICT'].includes(error.code) ||
      /previously published|already (?:exists|present)/i.test(error.message);
    if (isTaken && (await isPublished(publication, [version], at))) return;
    throw await explainRefusal(error, at, 'publish');
  }
}
