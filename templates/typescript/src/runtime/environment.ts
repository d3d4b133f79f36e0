/** Names of the environment variables that stand in for configuration. */
export interface EnvironmentVariables {
  /** Holds the base URL. */
  baseUrl: string;
  /** Holds the API key. */
  apiKey: string;
}

interface ProcessLike {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly versions?: Readonly<Record<string, string | undefined>>;
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

/**
 * What a client calls itself in the header `User-Agent`; `undefined` where there is no process, since browsers set their own.
 *
 * @param product - Name and version of the package.
 */
export function userAgentOf(product: string): string | undefined {
  const { versions = {} } = (globalThis as { readonly process?: ProcessLike }).process ?? {};
  // Bun and Deno name a version of Node too.
  const runtime = ['bun', 'deno', 'node'].find((name) => versions[name] !== undefined);
  return runtime && `${product} ${runtime}/${versions[runtime]}`;
}
