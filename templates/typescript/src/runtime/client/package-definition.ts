import type { EnvironmentVariables } from '../environment.js';

/** What the runtime needs to know of the catalog that a package was generated from. */
export interface PackageDefinition {
  /** Names of the environment variables to fall back to. */
  readonly environment: EnvironmentVariables;
  /** Names of the payload fields that the catalog marks `x-secret`. */
  readonly secretFields: readonly string[];
}
