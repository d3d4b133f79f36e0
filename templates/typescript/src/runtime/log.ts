import type { Hooks, RequestEvent } from './hooks.js';

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
  const what = ({ method, url, attempt }: RequestEvent): string =>
    `worker backend: ${method} ${url}, attempt ${attempt}`;
  return {
    onRequest: (event) => logger.debug(what(event), event),
    onResponse: (event) =>
      logger.debug(`${what(event)}: HTTP ${event.status} in ${Math.round(event.duration)} ms`, event),
    onRetry: (event) =>
      logger.warn(`${what(event)}: ${event.error.message} Again in ${Math.round(event.delay)} ms.`, event),
    onError: (event) => logger.error(`${what(event)}: ${event.error.message}`, event),
  };
}
