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
