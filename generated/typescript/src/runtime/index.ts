export type { CallSignal } from './abort-signal.js';
export type { WorkerClientConfig } from './configuration.js';
export * from './errors/index.js';
export type { Fetch, FetchRequest, FetchResponse } from './fetch.js';
export type { JobResponse, JobSnapshot, JobState } from './job.js';
export type { RequestOptions } from './request-options.js';
export type { Validate, ValidationProblem } from './validation.js';
