import { defaultRetention, type Kept, type Retention, type StoredJob } from './job-store.js';

/** A job that has ended. */
interface Ended<Entry> {
  readonly entry: Entry;
  readonly time: number;
}

/** The jobs of a queue that ended alike. */
interface EndedAlike<Entry> {
  readonly kept: Kept;
  /** The first to end first. */
  readonly jobs: Set<Ended<Entry>>;
}

/** Knows which of the jobs that have ended have been kept long enough. */
export class EndedJobs<Entry> {
  readonly #retention: Retention;
  readonly #byEnd = new Map<string, EndedAlike<Entry>>();

  /** @param retention - How long they are kept. */
  constructor(retention: Retention) {
    this.#retention = retention;
  }

  /**
   * Notes a job that has ended.
   *
   * @param entry - What {@link EndedJobs.takeOutdated} gives back.
   * @param job - The job.
   * @param time - When it ended.
   */
  add(entry: Entry, { queue, state }: StoredJob, time: number): void {
    const end = state === 'completed' ? 'completed' : 'failed';
    const alike = this.#byEnd.get(`${end} ${queue}`) ?? {
      kept: this.#retention[end] ?? defaultRetention[end],
      jobs: new Set(),
    };
    alike.jobs.add({ entry, time });
    this.#byEnd.set(`${end} ${queue}`, alike);
  }

  /** Forgets those that have been kept long enough, and gives them. */
  takeOutdated(now: number): Entry[] {
    const outdated: Entry[] = [];
    for (const { kept, jobs } of this.#byEnd.values()) {
      // In the order of their ends: the first that stays is followed by none that does not.
      for (const each of jobs) {
        if (jobs.size <= kept.count && each.time > now - kept.age) break;
        jobs.delete(each);
        outdated.push(each.entry);
      }
    }
    return outdated;
  }
}
