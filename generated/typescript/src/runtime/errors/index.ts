export { ConfigurationError } from './configuration-error.js';
export { ConnectionError } from './connection-error.js';
export { HttpError } from './http-error.js';
export { InvalidArgumentError } from './invalid-argument-error.js';
export { InvalidResponseError } from './invalid-response-error.js';
export { RequestAbortedError } from './request-aborted-error.js';
export { TimeoutError } from './timeout-error.js';
export { WorkerClientError } from './worker-client-error.js';
export type { WorkerClientErrorDetails } from './worker-client-error.js';
