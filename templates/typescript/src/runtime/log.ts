import type { Hooks, RequestEvent } from './hooks.js';
import { methodsProblem } from './must-be.js';

/** Where a client logs: `console`, or any object with these methods, such as a logger of pino or winston. */
export interface Logger {
  debug(message: string, details: object): void;
  info(message: string, details: object): void;
  warn(message: string, details: object): void;
  error(message: string, details: object): void;
}

/**
 * Hooks that log each exchange: requests and answers for debugging, attempts that are repeated as warnings, calls that fail as
 * errors. They show what hooks show, which is redacted.
 *
 * @param logger - Where to.
 */
export function logHooks(logger: Logger): Hooks {
  const write =
    <Event extends RequestEvent>(level: keyof Logger, more: (event: Event) => string) =>
    (event: Event): void => {
      const { method, url, attempt } = event;
      const written: unknown = logger[level](
        `worker backend: ${method} ${url}, attempt ${attempt}${more(event)}`,
        event,
      );
      // One that is async would otherwise end the process where it rejects.
      Promise.resolve(written).catch(() => undefined);
    };
  return {
    onRequest: write('debug', () => ''),
    onResponse: write('debug', ({ status, duration }) => `: HTTP ${status} in ${Math.round(duration)} ms`),
    onRetry: write('warn', ({ error, delay }) => `: ${error.message} Again in ${Math.round(delay)} ms.`),
    onError: write('error', ({ error }) => `: ${error.message}`),
  };
}

/** The rule of loggers. */
export const loggerProblem = methodsProblem('debug', 'info', 'warn', 'error');
