import type { EnvironmentVariables } from '../environment.js';
import type { WarnOfRemoval } from './removal-warnings.js';

/** What the runtime needs to know of the catalog that a package was generated from. */
export interface PackageDefinition {
  /** Names of the environment variables to fall back to. */
  readonly environment: EnvironmentVariables;
  /** Names of the payload fields that the catalog marks `x-secret`. */
  readonly secretFields: readonly string[];
  /** Absent where no message has a day of removal. */
  readonly warnOfRemoval?: WarnOfRemoval | undefined;
}
