import type { RateLimiterOptions } from 'bullmq';
import { ConfigurationError } from '../runtime/errors/configuration-error.js';
import { countProblem } from '../runtime/limits.js';
import { durationProblem } from '../runtime/time/timeout.js';
import { readSecrets } from '../webhooks/secrets.js';
import type { AttemptRules } from '../worker/attempt.js';
import type { AnyHandlers } from '../worker/handler.js';
import type { DeadLetter } from './message-worker.js';
import type { BullMqOptions } from './queues.js';
import type { WebhookOptions } from './webhooks.js';

/** How jobs are carried out by this process. */
export interface WorkerOptions extends BullMqOptions {
  /** How many jobs of each message run here at once. Default: 1. */
  readonly concurrency?: number | undefined;
  /** How many jobs of each message are begun in a time, by all workers together: `{ max, duration }` in milliseconds. Default: no limit. */
  readonly limiter?: RateLimiterOptions | undefined;
  /** What differs for single messages. */
  readonly perMessage?:
    | Readonly<Record<string, { readonly concurrency?: number; readonly limiter?: RateLimiterOptions }>>
    | undefined;
  /** Whether outcomes are sent as messages: `false` where nobody reads their queues. Default: `true`. */
  readonly outcomeMessages?: boolean | undefined;
  /** How outcomes are posted to the `webhookUrl` of payloads; `false` where another process does, or nobody wants it. */
  readonly webhooks?: WebhookOptions | false | undefined;
  /** Called when a job has failed for good, once its end is stored: to alert people. It is not called again if it fails. */
  readonly onDeadLetter?: ((job: DeadLetter) => unknown) | undefined;
  /**
   * Milliseconds after which a job whose worker died is begun by another, and after which what such a worker left to be sent
   * is sent. Default: 30,000.
   */
  readonly lockDuration?: number | undefined;
}

/** Options, with the handlers of any messages. */
export interface AnyWorkerOptions extends WorkerOptions {
  readonly handlers: AnyHandlers;
}

/**
 * Checks the options of workers before anything is opened.
 *
 * @param options - The options.
 * @param rules - What the catalog says.
 * @throws {@link ConfigurationError} if one cannot be used.
 */
export function checkOptions(options: AnyWorkerOptions, { policies }: AttemptRules): void {
  const { handlers, webhooks, connection } = options;
  if (typeof connection !== 'object' || connection === null)
    throw new ConfigurationError("There is no connection: pass connection: { url: 'redis://…' }.");
  const types = Object.keys(handlers);
  if (types.length === 0) throw new ConfigurationError('There is no handler: pass what defineHandlers returned.');
  const unknown = types.find((type) => !Object.hasOwn(policies, type));
  if (unknown !== undefined) {
    throw new ConfigurationError(`There is a handler of ${unknown}, which is no message of the catalog.`);
  }
  const posting = types.find((type) => policies[type]?.webhook === true);
  if (posting !== undefined && webhooks === undefined) {
    const text = `Callers of ${posting} may want a webhook: pass webhooks: { secret }, or webhooks: false to post none.`;
    throw new ConfigurationError(text);
  }
  const problem = numberProblem(options);
  if (problem !== undefined) throw new ConfigurationError(problem);
  if (webhooks !== undefined && webhooks !== false) readSecrets(webhooks.secret);
}

/** What is wrong with the numbers among the options, or `undefined` if nothing is. */
function numberProblem(options: AnyWorkerOptions): string | undefined {
  const { lockDuration, perMessage = {}, webhooks } = options;
  const { timeout, schedule = [], concurrency } = webhooks === undefined || webhooks === false ? {} : webhooks;
  const problems = [options, ...Object.values(perMessage)].flatMap(({ concurrency: most = 1, limiter }) => [
    countProblem('concurrency', most),
    limiter && (countProblem('limiter.max', limiter.max) ?? durationProblem('limiter.duration', limiter.duration)),
  ]);
  problems.push(
    durationProblem('lockDuration', lockDuration ?? 1),
    durationProblem('webhooks.timeout', timeout ?? 1),
    countProblem('webhooks.concurrency', concurrency ?? 1),
    ...schedule.map((wait) => countProblem('webhooks.schedule', wait, 0)),
  );
  return problems.find((problem) => problem !== undefined);
}
