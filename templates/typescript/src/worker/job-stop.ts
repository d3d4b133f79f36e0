/** Why a running job is to stop: somebody cancelled it, or its worker closes and leaves it to another. */
export type StopReason = 'cancelled' | 'closing';

/** What the signal of a running job is aborted with. */
export class JobStop extends Error {
  override readonly name = 'JobStop';

  /** @param reason - Why it is to stop. */
  constructor(readonly reason: StopReason) {
    super(reason === 'cancelled' ? 'The job was cancelled.' : 'The worker closes, and leaves the job to another.');
  }

  /** Why a job is to stop; `undefined` while it is not. */
  static of({ aborted, reason }: AbortSignal): StopReason | undefined {
    if (!aborted) return undefined;
    return reason instanceof JobStop ? reason.reason : 'closing';
  }
}

/** Whether a running job is to stop. Its signal is made when it is first asked for: few handlers do, and it costs a lot. */
export class StopRequest {
  #reason: StopReason | undefined;
  #controller: AbortController | undefined;

  /** Why the job is to stop; `undefined` while it is not. */
  get reason(): StopReason | undefined {
    return this.#reason;
  }

  /** Aborted with a {@link JobStop} when the job is to stop. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#reason !== undefined) this.#controller.abort(new JobStop(this.#reason));
    return this.#controller.signal;
  }

  /** Asks the job to stop; the first reason stays. */
  stop(reason: StopReason): void {
    this.#reason ??= reason;
    this.#controller?.abort(new JobStop(this.#reason));
  }
}
