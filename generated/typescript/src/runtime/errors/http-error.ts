import { WorkerClientError } from './worker-client-error.js';

/**
 * The backend answered with a status outside 200–299. `body` is what it sent. A redirect (3xx) is one of these: the client
 * follows none, since following would repeat an enqueue as a GET. A browser hides a redirect's status: it reads 0 there.
 */
export class HttpError extends WorkerClientError {
  override get name() {
    return 'HttpError' as const;
  }
  declare readonly status: number;
}
