import { longestTimeout } from '../runtime/time/timeout.js';
import type { JobOptions } from './job-queue.js';

/**
 * Tells what is wrong with the options of a job, or `undefined` if nothing is. BullMQ keeps `:` for itself, and integers
 * for the ids that it makes.
 *
 * @param options - The options.
 */
export function jobOptionsProblem(options: JobOptions): string | undefined {
  const { jobId, delay = 0, priority = 0, attempts = 1, backoff = 0 } = options;
  if (jobId === '') return 'The job id must not be empty.';
  if (jobId?.includes(':') === true) return `The job id ${JSON.stringify(jobId)} must not hold a colon.`;
  if (jobId !== undefined && String(Number.parseInt(jobId, 10)) === jobId) {
    return `The job id ${JSON.stringify(jobId)} must not be an integer: those are the ids that the queue makes itself.`;
  }
  for (const [name, milliseconds] of Object.entries({ delay, backoff })) {
    if (!(milliseconds >= 0 && milliseconds <= longestTimeout)) {
      return `${name} must be a number of milliseconds from 0 to ${longestTimeout}, got ${milliseconds}.`;
    }
  }
  if (!Number.isInteger(priority) || priority < 0) return `priority must be an integer of 0 or more, got ${priority}.`;
  if (!Number.isInteger(attempts) || attempts < 1) return `attempts must be an integer of 1 or more, got ${attempts}.`;
  return undefined;
}
