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
  const baseUrl = ownValue(config, 'baseUrl') ?? readEnvironment(variables.baseUrl);
  const apiKey = ownValue(config, 'apiKey') ?? readEnvironment(variables.apiKey);
  const { headers = {} } = { headers: ownValue(config, 'headers') };
  const { deadline, validate, fetch, agent, clock = systemClock, random = Math.random } = config;
  const { timeout = defaultTimeout, maxRetries = 2, retryDelay = 500, maxRetryDelay = 30_000 } = config;
  const { maxResponseBytes = 16 * 2 ** 20, hooks = {}, retryBudget = {}, honorsIdempotencyKey = 'auto' } = config;
  const { pollInterval = 5_000, pollConcurrency = 16 } = config;
  const logger = config.logger ?? (readEnvironment('WORKER_BACKEND_LOG') === 'debug' ? console : undefined);
  const problem =
    limitsProblem({ timeout, deadline, maxRetries }) ??
    countProblem('maxResponseBytes', maxResponseBytes) ??
    countProblem('pollConcurrency', pollConcurrency) ??
    durationProblem('pollInterval', pollInterval) ??
    durationProblem('retryDelay', retryDelay) ??
    durationProblem('maxRetryDelay', maxRetryDelay) ??
    headersProblem(headers) ??
    budgetProblem(retryBudget) ??
    (isObject(hooks) ? functionsProblem({ fetch, validate, random, ...hooks }) : 'hooks must be an object.') ??
    (logger && loggerProblem(logger)) ??
    // The text "false" of an environment variable would be taken for yes, and double jobs.
    (honorsIdempotencyKey === 'auto' || typeof honorsIdempotencyKey === 'boolean'
      ? undefined
      : "honorsIdempotencyKey must be true, false or 'auto'.") ??
    (typeof apiKey === 'function' ? undefined : apiKeyProblem(apiKey));
  if (problem !== undefined) throw new ConfigurationError(problem);
  return {
    baseUrl: resolveBaseUrl(baseUrl, variables.baseUrl),
    apiKey: apiKey || undefined,
    timeout,
    deadline,
    maxResponseBytes,
    maxRetries,
    retryDelay,
    maxRetryDelay,
    retryBudget,
    honorsIdempotencyKey,
    validate,
    observers: [...(config.hooks ? [hooks] : []), ...(logger ? [logHooks(logger)] : [])],
    pollInterval,
    pollConcurrency,
    platformHeaders,
    headers: { ...headers },
    fetch,
    agent,
    clock,
    random,
  };
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
