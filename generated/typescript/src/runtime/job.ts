/** What the backend answers to an enqueue. It remembers the type of its message, so that `waitFor` knows the result. */
export interface JobResponse<Type extends string = string> {
  /** `true`: an answer that says otherwise is thrown as an error. */
  success: boolean;
  /** Id of the job, for `getJobStatus`. */
  jobId: string;
  /** Type of the message that was enqueued. */
  messageName: Type;
  /** Name of the queue that took the job. */
  queue: string;
}

/**
 * Where a job is in its life: the states of BullMQ (https://docs.bullmq.io/guide/architecture), and any that a later
 * version adds. Only `completed` and `failed` are final.
 */
export type JobState =
  | 'waiting'
  | 'active'
  | 'completed'
  | 'failed'
  | 'delayed'
  | 'prioritized'
  | 'waiting-children'
  | 'paused'
  | 'unknown'
  | (string & {});

/** How far a worker has come: a number, by convention a percentage, or an object of its own making. */
export type JobProgress = number | { [key: string]: unknown };

/** What the backend knows of a job. `Data` is the type of the payload it was enqueued with. */
export interface JobSnapshot<Data> {
  /** Id of the job. */
  jobId: string;
  /** Type of the message that was enqueued. */
  name: string;
  /** Name of the queue that holds the job. */
  queue: string;
  /** Where the job is in its life. */
  state: JobState;
  /** The payload that was enqueued. */
  data: Data;
  /** What the worker returned: any JSON value; `null` or absent until then, and where it returned nothing. */
  returnvalue?: unknown;
  /** How far the worker has come. */
  progress?: JobProgress | undefined;
  /** Why the last attempt failed. Only the state says whether that was the final one. */
  failedReason?: string | undefined;
  /** What the worker reported of a job that failed for good, where it did: the payload of the message that reports its end. */
  outcome?: unknown;
  /** When the job was created, in milliseconds since 1970-01-01T00:00:00Z. */
  timestamp: number;
}

/** A job that has completed. `Data` is the type of its payload, `Result` of what the worker returned. */
export interface FinishedJob<Data, Result> extends JobSnapshot<Data> {
  state: 'completed';
  /** What the worker returned; `null` or absent where it returned nothing. */
  returnvalue?: Result | null | undefined;
}

/** A job whenever it differs, as it is read, until it has ended: for `for await`. `Data` is the type of its payload. */
export type JobSnapshots<Data> = AsyncGenerator<JobSnapshot<Data>, void, void>;
