/** A registry that a package goes to. */
export interface Registry {
  /** URL, without a slash at its end. */
  readonly url: string;
  /** Name of the environment variable that holds the token for it. */
  readonly tokenName: 'GITHUB_TOKEN' | 'NPM_TOKEN';
  /** `undefined` where the variable is not set. */
  readonly token: string | undefined;
  /** Whether it keeps a statement of where a package was built. */
  readonly hasProvenance: boolean;
}

/** What a release finds in the environment. */
export interface ReleaseEnvironment {
  /** Token for the registry that the package names. */
  readonly GITHUB_TOKEN?: string | undefined;
  /** Token for npm; with one, the package goes there too. */
  readonly NPM_TOKEN?: string | undefined;
  /** `true` where another job holds the token for npm. Default: the package goes to npm where there is a token. */
  readonly PUBLISH_TO_NPM?: string | undefined;
  /** URL of npm's registry, which shows provenance. Default: the one that npm is set to. */
  readonly NPM_REGISTRY?: string | undefined;
}

/**
 * The registries that a package goes to: the one that it names, and then npm.
 *
 * @param named - URL that the package's manifest names.
 * @param npmUrl - URL of npm's registry.
 * @param environment - The environment.
 */
export function registriesOf(
  named: string,
  npmUrl: string,
  environment: ReleaseEnvironment,
): readonly [Registry, ...Registry[]] {
  const npm: Registry = {
    url: withoutSlash(npmUrl),
    tokenName: 'NPM_TOKEN',
    token: environment.NPM_TOKEN || undefined,
    hasProvenance: true,
  };
  if (withoutSlash(named) === npm.url) return [npm];
  const own: Registry = {
    url: withoutSlash(named),
    tokenName: 'GITHUB_TOKEN',
    token: environment.GITHUB_TOKEN || undefined,
    hasProvenance: false,
  };
  return npm.token === undefined && environment.PUBLISH_TO_NPM !== 'true' ? [own] : [own, npm];
}

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');
