import type { JobResponse, JobSnapshot } from '../job.js';
import type { RequestOptions, SendOptions } from '../request-options.js';
import type { JobCall } from './job-call.js';
import type { StatusData } from './sending-client.js';

/** A method that may return any promise where the real one returns a {@link JobCall}. */
type Relaxed<Method> = Method extends (...given: infer Given) => JobCall<infer Data>
  ? (...given: Given) => Promise<Data>
  : Method;

/** What a client can do, for test doubles: methods that return a {@link JobCall} may return any promise. */
export type ClientLike<Client, Payloads extends object, Received extends object> = {
  [Name in Exclude<keyof Client, 'sendToQueue' | 'getJobStatus' | 'waitFor' | 'sendAll' | 'watch'>]: Relaxed<
    Client[Name]
  >;
} & Pick<Client, Extract<keyof Client, 'waitFor' | 'sendAll' | 'watch'>> & {
    /** As the method of the client. */
    sendToQueue<Type extends keyof Payloads & string>(
      messageType: Type,
      payload: Payloads[Type],
      options?: SendOptions,
    ): Promise<JobResponse<Type>>;
    /** As the method of the client. */
    getJobStatus<Type extends keyof Received & string = never>(
      jobId: string,
      options?: RequestOptions,
    ): Promise<JobSnapshot<StatusData<Received, Type>>>;
  };
