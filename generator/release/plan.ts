import { distributionTag } from './distribution-tag.js';
import { isPublished, type Publication } from './publish.js';
import type { PackageAt } from './npm.js';
import { publishedVersions } from './published.js';
import type { Registry } from './registry.js';
import { ReleaseError } from './release-error.js';

/** Versions of a package that a registry has, or why that is not known. */
export interface RegistryState {
  readonly registry: Registry;
  readonly versions: readonly string[];
  readonly problem?: string;
}

/** What is to be done at one registry. */
export interface Step {
  readonly registry: Registry;
  /** Tag under which the registry is to offer the version; `undefined` where it has it already. */
  readonly tag: string | undefined;
}

/**
 * Asks registries which versions of a package they have.
 *
 * @param name - Name of the package.
 * @param folder - Where npm runs.
 */
export async function askRegistries(
  registries: readonly [Registry, ...Registry[]],
  name: string,
  folder: string,
): Promise<[RegistryState, ...RegistryState[]]> {
  const ask = async (registry: Registry): Promise<RegistryState> => {
    try {
      return { registry, versions: await publishedVersions({ name, registry, folder }) };
    } catch (error) {
      if (!(error instanceof ReleaseError)) throw error;
      return { registry, versions: [], problem: error.message };
    }
  };
  const [first, ...others] = registries;
  return [await ask(first), ...(await Promise.all(others.map(ask)))];
}

/**
 * Decides what is to be done at each registry. One that does not answer gets the tag that the first one would: what it lacks
 * is for the next run.
 *
 * @throws {@link ReleaseError} if one has the version with other content.
 */
export async function planSteps(
  publication: Publication,
  states: readonly [RegistryState, ...RegistryState[]],
  folder: string,
): Promise<Step[]> {
  const { name, version } = publication;
  const steps: Step[] = [];
  for (const { registry, versions, problem } of states) {
    const at: PackageAt = { name, registry, folder };
    const isThere = await isPublished(publication, versions, at);
    const known = problem === undefined ? versions : states[0].versions;
    steps.push({ registry, tag: isThere ? undefined : distributionTag(version, known) });
  }
  return steps;
}
