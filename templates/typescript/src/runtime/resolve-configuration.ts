import type { ResolvedConfiguration, WorkerClientConfig } from './configuration.js';
import { apiKeyProblem } from './delivery/access.js';
import { headersProblem } from './delivery/headers.js';
import { isObject } from './delivery/json.js';
import { readEnvironment, type EnvironmentVariables } from './environment.js';
import { ConfigurationError } from './errors/index.js';
import { countProblem, limitsProblem } from './limits.js';
import { logHooks, type Logger } from './log.js';
import { ownValue } from './own-value.js';
import type { RetryBudgetOptions } from './retry/retry-budget.js';
import { systemClock } from './time/clock.js';
import { defaultTimeout, durationProblem } from './time/timeout.js';

/** What a configuration holds that leaves everything out. */
const defaults = {
  baseUrl: undefined,
  apiKey: undefined,
  timeout: defaultTimeout,
  deadline: undefined,
  maxResponseBytes: 16 * 2 ** 20,
  maxRetries: 2,
  retryDelay: 500,
  maxRetryDelay: 30_000,
  retryBudget: {},
  honorsIdempotencyKey: 'auto',
  validate: undefined,
  hooks: undefined,
  logger: undefined,
  pollInterval: 5_000,
  pollConcurrency: 16,
  headers: {},
  fetch: undefined,
  agent: undefined,
  clock: systemClock,
  random: Math.random,
} satisfies WorkerClientConfig;

/** A configuration with its defaults filled in, not checked yet. */
type Given = Omit<ResolvedConfiguration, 'baseUrl' | 'observers' | 'platformHeaders'> &
  Pick<WorkerClientConfig, 'baseUrl' | 'hooks' | 'logger'>;

/**
 * Fills in what the environment knows and checks the whole.
 *
 * @param config - What the caller gave; it is read once, and later changes to it have no effect.
 * @param variables - Names of the environment variables to fall back to.
 * @param platformHeaders - Header fields that the platform asks for.
 * @throws {@link ConfigurationError} with the first problem; the API key is never quoted.
 */
export function resolveConfiguration(
  config: WorkerClientConfig,
  variables: EnvironmentVariables,
  platformHeaders: Readonly<Record<string, string>> = {},
): ResolvedConfiguration {
  if (typeof config !== 'object' || config === null)
    throw new ConfigurationError('The configuration must be an object.');
  const { baseUrl, hooks, logger: givenLogger, ...given } = withDefaults(config);
  const apiKey = given.apiKey ?? readEnvironment(variables.apiKey);
  const logger = givenLogger ?? (readEnvironment('WORKER_BACKEND_LOG') === 'debug' ? console : undefined);
  const problem =
    settingsProblem(given) ??
    (hooks === undefined || isObject(hooks) ? functionsProblem({ ...hooks }) : 'hooks must be an object.') ??
    (logger && loggerProblem(logger)) ??
    (typeof apiKey === 'function' ? undefined : apiKeyProblem(apiKey));
  if (problem !== undefined) throw new ConfigurationError(problem);
  return {
    ...given,
    baseUrl: resolveBaseUrl(baseUrl ?? readEnvironment(variables.baseUrl), variables.baseUrl),
    apiKey: apiKey || undefined,
    headers: { ...given.headers },
    observers: [hooks, logger && logHooks(logger)].filter((each) => each !== undefined),
    platformHeaders,
  };
}

/** Each part as it was given: nothing that somebody put on every object of the program. */
function withDefaults(config: WorkerClientConfig): Given {
  const parts = Object.entries(defaults).map(([name, value]) => {
    const own: unknown = ownValue(config, name as keyof WorkerClientConfig);
    return [name, own === undefined ? value : own];
  });
  return Object.fromEntries(parts) as Given;
}

function settingsProblem(given: Omit<Given, 'baseUrl' | 'hooks' | 'logger'>): string | undefined {
  const { headers, retryBudget, honorsIdempotencyKey: honors, fetch, validate, random } = given;
  return (
    limitsProblem(given) ??
    countProblem('maxResponseBytes', given.maxResponseBytes) ??
    countProblem('pollConcurrency', given.pollConcurrency) ??
    durationProblem('pollInterval', given.pollInterval) ??
    durationProblem('retryDelay', given.retryDelay) ??
    durationProblem('maxRetryDelay', given.maxRetryDelay) ??
    headersProblem(headers) ??
    budgetProblem(retryBudget) ??
    functionsProblem({ fetch, validate, random }) ??
    // The text "false" of an environment variable would be taken for yes, and double jobs.
    (honors === 'auto' || typeof honors === 'boolean'
      ? undefined
      : "honorsIdempotencyKey must be true, false or 'auto'.")
  );
}

function loggerProblem(logger: Logger): string | undefined {
  const { debug, info, warn, error } = logger;
  return [debug, info, warn, error].every((method) => typeof method === 'function')
    ? undefined
    : 'logger must have the methods debug, info, warn and error.';
}

function budgetProblem(budget: RetryBudgetOptions | false): string | undefined {
  if (budget !== false && !isObject(budget)) return 'retryBudget must be an object or false.';
  for (const [name, value] of Object.entries(budget)) {
    if (value !== undefined && !(Number.isFinite(value) && value >= 0))
      return `retryBudget.${name} must be a number from 0 up, got ${String(value)}.`;
  }
  return undefined;
}

function functionsProblem(functions: Readonly<Record<string, unknown>>): string | undefined {
  for (const [name, value] of Object.entries(functions))
    if (value !== undefined && typeof value !== 'function') return `${name} must be a function.`;
  return undefined;
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
