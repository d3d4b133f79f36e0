// Generated from messages/observability/worker-metrics-enriched-event.yaml of the message catalog. Change it there.
import type { JobTiming } from '../types/job-timing.js';

/**
 * Reports what one job cost: time by stage, LLM tokens, CPU, memory, disk and network.
 *
 * Workers emit it at the end of every job, beside the slimmer `worker-analytics-event`. It is
 * published to `backend.logging.events`, where costs are attributed to users and tenants and slow
 * or greedy jobs are found. Leave out what does not apply: a job that called no LLM has no
 * `llmUsage`.
 */
export interface WorkerMetricsEnrichedEventMessage {
  /** Marks it as enriched worker metrics. Every event of this message has the same value. */
  eventType: string;
  /** Worker that did the job, for example `file-download-worker-1`. */
  workerId: string;
  /** Job that the event is about, by its BullMQ id. */
  jobId: string;
  /**
   * Time at which the job completed, in ISO 8601. Format: date-time (RFC 3339), such as
   * `2026-03-14T09:26:53Z`.
   */
  timestamp: string;
  /**
   * How the job ended. `failure` comes with an `error`. Known values: `success`, `failure`; others
   * are accepted.
   */
  status: 'success' | 'failure' | (string & {});
  /**
   * User to whom the costs are attributed, because the resource is theirs or because they triggered
   * the job.
   */
  userId?: string | undefined;
  /** Organization the job ran for. Only in deployments that serve several. */
  tenantId?: string | undefined;
  /** User session that led to the job. Joins it to the user's other actions. */
  sessionId?: string | undefined;
  /** Id of the call that caused the job. The API takes it from the header X-Request-Id. */
  requestId?: string | undefined;
  /** Model the job was about. Absent when it was not about a model. */
  modelId?: string | undefined;
  /** Metamodel the job was about. Absent when it was not about a metamodel. */
  metamodelId?: string | undefined;
  /** Storage item the job worked on. Only for jobs that handle files. */
  storageItemId?: string | undefined;
  /** Where the job's time went, in ms, down to the single stages. */
  timing?: JobTiming | undefined;
  /** Tokens the job used at an LLM, and what they cost. */
  llmUsage?: {
    /** Service that ran the model, such as `openai` or `ollama`. */
    provider?: string | undefined;
    /** Model that answered, as the provider names it. */
    model?: string | undefined;
    /** How many tokens the prompts had. Integer. */
    tokensPrompt?: number | undefined;
    /** How many tokens the model generated. Integer. */
    tokensCompletion?: number | undefined;
    /** Sum of `tokensPrompt` and `tokensCompletion`. Integer. */
    tokensTotal?: number | undefined;
    /** Price of one prompt token, in USD. */
    costPerPromptToken?: number | undefined;
    /** Price of one generated token, in USD. */
    costPerCompletionToken?: number | undefined;
    /** Cost of all LLM usage of the job, in USD. */
    totalCostUsd?: number | undefined;
    /** True when the answer came from a cache. */
    cacheHit?: boolean | undefined;
    /** How often a call to the model had to be repeated. Integer. */
    retries?: number | undefined;
    /** True when the worker had to turn to a substitute for the model it would normally use. */
    fallbackUsed?: boolean | undefined;
    /** How long the model took to answer, in ms. */
    modelLatencyMs?: number | undefined;
  } | undefined;
  /** What the job took from the machine. */
  resources?: {
    /** Processor time and load. */
    cpu?: {
      /** Highest CPU load during the job, in percent. */
      peakPercent?: number | undefined;
      /** Mean CPU load during the job, in percent. */
      avgPercent?: number | undefined;
      /** CPU time spent in the kernel on the job's behalf, in ms. */
      systemTimeMs?: number | undefined;
      /** CPU time spent in the worker's own code, in ms. */
      userTimeMs?: number | undefined;
    } | undefined;
    /** Memory of the worker, in MB. */
    memory?: {
      /** Most memory in use at any time during the job, in MB. */
      peakMb?: number | undefined;
      /** Mean memory in use during the job, in MB. */
      avgMb?: number | undefined;
      /** Memory in use when the job started, in MB. */
      startMb?: number | undefined;
      /** Memory in use when the job ended, in MB. Compare it with `startMb`. */
      endMb?: number | undefined;
      /** True when the worker suspects that the job did not give back all its memory. */
      leakDetected?: boolean | undefined;
    } | undefined;
    /** Traffic to and from disk. */
    disk?: {
      /** How much was read from disk, in bytes. Integer. */
      bytesRead?: number | undefined;
      /** How much was written to disk, in bytes. Integer. */
      bytesWritten?: number | undefined;
      /** How many read operations there were. Integer. */
      opsRead?: number | undefined;
      /** How many write operations there were. Integer. */
      opsWrite?: number | undefined;
    } | undefined;
    /** Traffic over the network. */
    network?: {
      /** How much was received, in bytes. Integer. */
      bytesReceived?: number | undefined;
      /** How much was sent, in bytes. Integer. */
      bytesSent?: number | undefined;
      /** How many calls the worker made to APIs. Integer. */
      apiCallsCount?: number | undefined;
      /** Mean time until an API call was answered, in ms. */
      avgLatencyMs?: number | undefined;
    } | undefined;
  } | undefined;
  /**
   * Measurements of the worker's own, such as how many tags it generated. Which keys there are
   * depends on the kind of worker.
   */
  workerMetrics?: { [key: string]: unknown } | undefined;
  /** Why the job failed. Present when `status` is `failure`. */
  error?: {
    /** Error code for programs to read, such as `FILE_NOT_FOUND`. */
    code?: string | undefined;
    /** What went wrong, in words for people. */
    message?: string | undefined;
    /** Group the error belongs to, wider than `code`. Lets failures be counted by cause. */
    category?: string | undefined;
  } | undefined;
  /** Deployment the worker runs in, such as `production`. */
  environment?: string | undefined;
  /** Cloud region or data centre. */
  region?: string | undefined;
  /** Release of the worker, to see what an update did to its costs. */
  workerVersion?: string | undefined;
  /** Pod or container the worker runs in. */
  hostname?: string | undefined;
}
