import type { ResolvedConfiguration, WorkerClientConfig } from './configuration.js';
import { headersProblem, headerValueProblem } from './delivery/headers.js';
import { isObject } from './delivery/json.js';
import { readEnvironment, type EnvironmentVariables } from './environment.js';
import { ConfigurationError } from './errors/index.js';
import { countOrNoneProblem, countProblem } from './limits.js';
import { logHooks, loggerProblem } from './log.js';
import { functionProblem, methodsProblem, mustBe, rule, type Rule } from './must-be.js';
import { ownValue } from './own-value.js';
import { systemClock } from './time/clock.js';
import { defaultTimeout, durationProblem } from './time/timeout.js';

/** The rule of objects whose properties have a rule. */
const eachProblem =
  (what: string, problemOf: Rule): Rule =>
  (name, value) => {
    if (!isObject(value)) return mustBe(name, what, value);
    const problems = Object.entries(value).map(
      ([part, each]) => each !== undefined && problemOf(`${name}.${part}`, each),
    );
    return problems.find(Boolean) || undefined;
  };

const hooksProblem = eachProblem('an object', functionProblem);

const budgetProblem = eachProblem(
  'an object or false',
  rule('a number from 0 up', (value) => Number.isFinite(value) && (value as number) >= 0),
);

/** The default of a part, and the rule of one that is given. */
type Part = readonly [standard: unknown, problemOf?: Rule];

const parts: Readonly<Record<keyof WorkerClientConfig, Part>> = {
  baseUrl: [undefined],
  apiKey: ['', (name, value) => (typeof value === 'function' ? undefined : headerValueProblem(name, value ?? ''))],
  timeout: [defaultTimeout, durationProblem],
  deadline: [undefined, durationProblem],
  maxResponseBytes: [16 * 2 ** 20, countProblem],
  maxRetries: [2, countOrNoneProblem],
  retryDelay: [500, durationProblem],
  maxRetryDelay: [30_000, durationProblem],
  retryBudget: [{}, (name, value) => (value === false ? undefined : budgetProblem(name, value))],
  // The text "false" of an environment variable would be taken for yes, and double jobs.
  honorsIdempotencyKey: [
    'auto',
    rule("true, false or 'auto'", (value) => value === 'auto' || typeof value === 'boolean'),
  ],
  validate: [undefined, functionProblem],
  hooks: [undefined, hooksProblem],
  logger: [undefined, loggerProblem],
  pollInterval: [5_000, durationProblem],
  pollConcurrency: [16, countProblem],
  headers: [{}, headersProblem],
  fetch: [undefined, functionProblem],
  agent: [undefined],
  clock: [systemClock, methodsProblem('now', 'setTimeout', 'clearTimeout')],
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
  if (!isObject(config)) throw new ConfigurationError(mustBe('The configuration', 'an object', config));
  const environment: WorkerClientConfig = {
    baseUrl: readEnvironment(variables.baseUrl),
    apiKey: readEnvironment(variables.apiKey),
    logger: readEnvironment('WORKER_BACKEND_LOG') === 'debug' ? console : undefined,
  };
  const entries = Object.entries(parts).map(([part, [standard, problemOf]]) => {
    const name = part as keyof WorkerClientConfig;
    // Nothing that somebody put on every object of the program.
    const given: unknown = ownValue(config, name);
    const value = given ?? environment[name] ?? given;
    const problem = value === undefined ? undefined : problemOf?.(name, value);
    if (problem !== undefined) throw new ConfigurationError(problem);
    return [name, value === undefined ? standard : value];
  });
  const { baseUrl, hooks, logger, ...checked } = Object.fromEntries(entries) as Given;
  return {
    ...checked,
    baseUrl: resolveBaseUrl(baseUrl, variables.baseUrl),
    headers: { ...checked.headers },
    observers: [hooks, logger && logHooks(logger)].filter((each) => each !== undefined),
    platformHeaders,
  };
}

function resolveBaseUrl(given: string | undefined, variable: string): string {
  if (!given)
    throw new ConfigurationError(`There is no base URL: pass baseUrl, or set the environment variable ${variable}.`);
  try {
    const { href, origin, pathname } = new URL(given);
    if (/^https?:/.test(href) && href === origin + pathname) return href.replace(/\/+$/, '');
  } catch {
    // No URL at all.
  }
  throw new ConfigurationError(
    'baseUrl must be an http: or https: URL without query, fragment, user name and password.',
  );
}
