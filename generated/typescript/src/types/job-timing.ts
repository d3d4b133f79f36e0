// Generated from types/job-timing.yaml of the message catalog. Change it there.

/** Where the time of a job went. All values are in ms. */
export type JobTiming = {
  /** How long the job waited in the queue before a worker took it, in ms. */
  queueWaitMs?: number | undefined;
  /** How long the worker was busy with the job, in ms. */
  processingMs?: number | undefined;
  /**
   * How long each stage of the processing took. The keys are the names of the stages, which differ
   * from worker to worker.
   */
  stages?: {
    /** Duration of the stage that the key names, in ms. */
    [key: string]: number;
  } | undefined;
};
