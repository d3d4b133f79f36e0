import type { ResolvedConfiguration, WorkerClientConfig } from './configuration.js';
import { apiKeyProblem } from './delivery/access.js';
import { headersProblem } from './delivery/headers.js';
import { isObject } from './delivery/json.js';
import { readEnvironment, type EnvironmentVariables } from './environment.js';
import { ConfigurationError } from './errors/index.js';
import { countProblem } from './limits.js';
import { logHooks, loggerProblem } from './log.js';
import { mustBe } from './must-be.js';
import { ownValue } from './own-value.js';
import { systemClock } from './time/clock.js';
import { defaultTimeout, durationProblem } from './time/timeout.js';

/** The default of a part, and what tells what is wrong with one that is given. */
type Part = readonly [standard: unknown, problemOf?: (name: string, value: unknown) => string | undefined];

const parts: Readonly<Record<keyof WorkerClientConfig, Part>> = {
  baseUrl: [undefined],
  apiKey: [undefined],
  timeout: [defaultTimeout, durationProblem],
  deadline: [undefined, durationProblem],
  maxResponseBytes: [16 * 2 ** 20, countProblem],
  maxRetries: [2, (name, value) => countProblem(name, value, 0)],
  retryDelay: [500, durationProblem],
  maxRetryDelay: [30_000, durationProblem],
  retryBudget: [{}, budgetProblem],
  honorsIdempotencyKey: ['auto', honorsProblem],
  validate: [undefined, functionProblem],
  hooks: [undefined, hooksProblem],
  logger: [undefined, loggerProblem],
  pollInterval: [5_000, durationProblem],
  pollConcurrency: [16, countProblem],
  headers: [{}, (_, value) => headersProblem(value)],
  fetch: [undefined, functionProblem],
  agent: [undefined],
  clock: [systemClock],
  random: [Math.random, functionProblem],
};

/** A configuration with its defaults filled in. */
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
  const { baseUrl, hooks, logger: givenLogger, ...given } = checkedParts(config);
  const apiKey = given.apiKey ?? readEnvironment(variables.apiKey);
  const logger = givenLogger ?? (readEnvironment('WORKER_BACKEND_LOG') === 'debug' ? console : undefined);
  const problem = typeof apiKey === 'function' ? undefined : apiKeyProblem(apiKey);
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
function checkedParts(config: WorkerClientConfig): Given {
  const entries = Object.entries(parts).map(([name, [standard, problemOf]]) => {
    const value: unknown = ownValue(config, name as keyof WorkerClientConfig);
    if (value === undefined) return [name, standard];
    const problem = problemOf?.(name, value);
    if (problem !== undefined) throw new ConfigurationError(problem);
    return [name, value];
  });
  return Object.fromEntries(entries) as Given;
}

function functionProblem(name: string, value: unknown): string | undefined {
  return value === undefined || typeof value === 'function' ? undefined : `${name} must be a function.`;
}

function hooksProblem(name: string, hooks: unknown): string | undefined {
  if (!isObject(hooks)) return `${name} must be an object.`;
  return firstProblem(hooks, functionProblem);
}

function budgetProblem(name: string, budget: unknown): string | undefined {
  if (budget !== false && !isObject(budget)) return `${name} must be an object or false.`;
  return firstProblem(budget, (part, value) =>
    value === undefined || (Number.isFinite(value) && (value as number) >= 0)
      ? undefined
      : mustBe(`${name}.${part}`, 'a number from 0 up', value),
  );
}

function firstProblem(
  values: object | false,
  problemOf: (name: string, value: unknown) => string | undefined,
): string | undefined {
  for (const [name, value] of Object.entries(values)) {
    const problem = problemOf(name, value);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** The text "false" of an environment variable would be taken for yes, and double jobs. */
function honorsProblem(name: string, value: unknown): string | undefined {
  return value === 'auto' || typeof value === 'boolean' ? undefined : `${name} must be true, false or 'auto'.`;
}

function resolveBaseUrl(value: string | undefined, variable: string): string {
  if (!value)
    throw new ConfigurationError(`There is no base URL: pass baseUrl, or set the environment variable ${variable}.`);
  const url = readBaseUrl(value);
  if (typeof url === 'string') throw new ConfigurationError(`baseUrl must ${url}.`);
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/** The URL, or what it must do or hold. */
function readBaseUrl(value: string): URL | string {
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    return 'be an absolute URL such as https://worker.example.com';
  }
  if (!/^https?:$/.test(url.protocol)) return `start with http: or https:, not ${url.protocol}`;
  if (url.username || url.password) return 'hold no user name or password: pass apiKey instead';
  return url.search || url.hash ? 'hold no query or fragment' : url;
}
