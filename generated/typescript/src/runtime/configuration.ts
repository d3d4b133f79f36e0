import { readEnvironment, type EnvironmentVariables } from './environment.js';
import { ConfigurationError } from './errors/index.js';
import { platformFetch, type Fetch } from './fetch.js';
import { headersProblem, isHeaderValue } from './headers.js';
import { defaultTimeout, timeoutProblem } from './timeout.js';

/** How a client reaches its worker backend. Every part is optional where the environment gives what is needed. */
export interface WorkerClientConfig {
  /** Where the backend listens: an `http:` or `https:` URL, path prefix allowed. Default: the environment's. */
  baseUrl?: string | undefined;
  /** Sent as `Authorization: Bearer …`. Default: the environment's; an empty string sends none. */
  apiKey?: string | undefined;
  /** Milliseconds that one call may take, headers and body together: above 0, up to 2,147,483,647. Default: 30,000. */
  timeout?: number | undefined;
  /** Header fields that go with every request. Default: none. */
  headers?: Readonly<Record<string, string | undefined>> | undefined;
  /** Performs the HTTP exchanges. Default: the platform's `fetch`. */
  fetch?: Fetch | undefined;
}

/** A {@link WorkerClientConfig} with its defaults filled in and every part checked. */
export interface ResolvedConfiguration {
  readonly baseUrl: string;
  readonly apiKey: string | undefined;
  readonly timeout: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly fetch: Fetch;
}

/**
 * Fills in what the environment knows and checks the whole.
 *
 * @param config - What the caller gave.
 * @param variables - Names of the environment variables to fall back to.
 * @throws {@link ConfigurationError} with the first problem; the API key is never quoted.
 */
export function resolveConfiguration(
  config: WorkerClientConfig,
  variables: EnvironmentVariables,
): ResolvedConfiguration {
  const { timeout = defaultTimeout, headers = {}, fetch = platformFetch } = config;
  const problem = timeoutProblem(timeout) ?? headersProblem(headers);
  if (problem !== undefined) throw new ConfigurationError(problem);
  if (typeof fetch !== 'function') throw new ConfigurationError('fetch must be a function.');
  return {
    baseUrl: resolveBaseUrl(config.baseUrl ?? readEnvironment(variables.baseUrl), variables.baseUrl),
    apiKey: resolveApiKey(config.apiKey ?? readEnvironment(variables.apiKey)),
    timeout,
    headers,
    fetch,
  };
}

function resolveBaseUrl(value: string | undefined, variable: string): string {
  if (value === undefined || value === '') {
    throw new ConfigurationError(`There is no base URL: pass baseUrl, or set the environment variable ${variable}.`);
  }
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    throw new ConfigurationError('baseUrl is not an absolute URL such as https://worker.example.com.');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new ConfigurationError(`baseUrl must start with http: or https:, not ${url.protocol}`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new ConfigurationError('baseUrl must not hold a user name or password: pass apiKey instead.');
  }
  if (url.search !== '' || url.hash !== '') {
    throw new ConfigurationError('baseUrl must end with its path: it holds a query or a fragment.');
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function resolveApiKey(value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (!isHeaderValue(value)) {
    throw new ConfigurationError('apiKey holds a line break or another character that a header cannot carry.');
  }
  return value;
}
