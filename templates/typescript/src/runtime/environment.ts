/** Names of the environment variables that stand in for configuration. */
export interface EnvironmentVariables {
  /** Holds the base URL. */
  baseUrl: string;
  /** Holds the API key. */
  apiKey: string;
}

interface ProcessLike {
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Reads an environment variable; `undefined` where it is unset or empty, and on platforms that have none (browsers, edge
 * workers) or deny access (Deno without `--allow-env`).
 *
 * @param name - Name of the variable.
 */
export function readEnvironment(name: string): string | undefined {
  try {
    const { process } = globalThis as { readonly process?: ProcessLike };
    return process?.env?.[name] || undefined;
  } catch {
    return undefined;
  }
}
