import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { NpmError } from '../npm.js';
import { downloadVersion, npm, type PackageAt } from './npm.js';
import { ReleaseError } from './release-error.js';

/**
 * Lists the versions of a package that a registry has; none where it does not know the package.
 *
 * @throws {@link ReleaseError} if the registry does not answer, or not to this token.
 */
export async function publishedVersions(at: PackageAt): Promise<readonly string[]> {
  try {
    const found = JSON.parse(await npm(['view', at.name, 'versions'], at)) as string | string[];
    return typeof found === 'string' ? [found] : found;
  } catch (error) {
    if (!(error instanceof NpmError)) throw error;
    if (error.code !== 'E404' || (await isTokenRefused(at))) throw await explainRefusal(error, at);
    return [];
  }
}

/**
 * Whether a registry refuses the token. Asked after an answer of 404, which some give to a wrong token as well as for a package
 * that is not there. A registry that cannot say who asks does not count as refusing.
 */
async function isTokenRefused(at: PackageAt): Promise<boolean> {
  if (at.registry.token === undefined) return false;
  return npm(['whoami'], at).then(
    () => false,
    (error: unknown) => error instanceof NpmError && isRefusal(error),
  );
}

const isRefusal = ({ code }: NpmError): boolean => ['E401', 'E403', 'ENEEDAUTH'].includes(code);

/**
 * Says what a failure of npm means, and what to do.
 *
 * @param action - What was refused.
 */
export async function explainRefusal(
  error: NpmError,
  at: PackageAt,
  action: 'read' | 'publish' = 'read',
): Promise<ReleaseError> {
  const { name, registry } = at;
  const { url, token, tokenName } = registry;
  if (error.code === 'E404' && token !== undefined) {
    const reason = (await isTokenRefused(at))
      ? `It does not know the token in ${tokenName}, although it says that ${name} is not there: renew the token.`
      : `It knows the token in ${tokenName}, which may not ${action} ${name}: give it the right to.`;
    return new ReleaseError(`${url} answers 404. ${reason}`);
  }
  if (isRefusal(error) || error.code === 'E404') {
    const advice =
      token === undefined ? `set ${tokenName}` : `renew ${tokenName}, or give it the right to ${action} it`;
    return new ReleaseError(`${url} refuses access to ${name} (${error.code.replace('E', '')}): ${advice}.`);
  }
  return new ReleaseError(`${url} failed (${error.code}):\n${error.message.replaceAll(/^/gm, '  ')}`);
}

/**
 * Downloads a version.
 *
 * @returns Path of its tarball.
 * @throws {@link ReleaseError} if it cannot be had.
 */
export async function download(version: string, at: PackageAt): Promise<string> {
  try {
    return await downloadVersion(version, at);
  } catch (error) {
    throw error instanceof NpmError ? await explainRefusal(error, at) : error;
  }
}

/**
 * Whether a version that is there has the content of a tarball, however either was compressed.
 *
 * @param tarball - Path of the tarball.
 * @throws {@link ReleaseError} if it cannot be had.
 */
export async function isSameContent(tarball: string, version: string, at: PackageAt): Promise<boolean> {
  const [ours, theirs] = await Promise.all([readFile(tarball), readFile(await download(version, at))]);
  return gunzipSync(ours).equals(gunzipSync(theirs));
}
