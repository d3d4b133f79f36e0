import type { Clock } from '../runtime/time/clock.js';
import type { Validate } from '../runtime/validation.js';
import type { JobStore } from './job-store.js';

/** What a backend may be able to do beyond enqueueing jobs and reading them. */
export type Feature = 'idempotency' | 'wait' | 'cancel' | 'delay';

/** All that a backend can do, as `GET /api/capabilities` says it. */
export const allFeatures: readonly Feature[] = ['idempotency', 'wait', 'cancel', 'delay'];

/** What the API needs to answer. */
export interface ApiParts {
  readonly store: JobStore;
  /** Keys that let a request in; `undefined` lets everybody in. */
  readonly apiKeys: readonly string[] | undefined;
  /** `undefined` takes any. */
  readonly messageTypes: ReadonlySet<string> | undefined;
  /** Version of the catalog. */
  readonly catalog: string;
  readonly validate: Validate;
  /** What it can do. */
  readonly features: ReadonlySet<Feature>;
  /** What it says that it can do; `undefined` knows no such question. */
  readonly announced: readonly string[] | undefined;
  readonly clock: Clock;
  /** The longest body, in bytes. */
  readonly maxBodyBytes: number;
}
