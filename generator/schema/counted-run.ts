import { Run } from '../../templates/typescript/src/validators/runtime/run.js';
import { matchSteps } from './matching-cost.js';

/** Thrown where a check would take too much work; the message says what to do about it. */
export class CostError extends Error {}

/** How much work a check may take. */
export interface WorkLimit {
  /** Takes a step of work, for each schema that is applied to a value; returns whether it may be done. */
  readonly take: () => boolean;
  /** Steps that the match of one pattern may take. */
  readonly maxMatchSteps: number;
}

/** A run of the emitted evaluator that counts its work, and ends with a {@link CostError} where there has been too much. */
export class CountedRun extends Run {
  /** @param isSilent - Whether only the verdict counts, and nothing is reported. */
  constructor(
    isSilent: boolean,
    private readonly limit: WorkLimit,
  ) {
    super(isSilent);
  }

  override enter(): void {
    super.enter();
    if (this.limit.take()) return;
    throw new CostError('Checking this against its schema takes too long: simplify the schema, or the value.');
  }

  override matches(pattern: RegExp, text: string): boolean {
    if (matchSteps(pattern.source, text.length) > this.limit.maxMatchSteps)
      throw new CostError(`The pattern ${pattern.source} takes too long on this text: simplify it.`);
    return super.matches(pattern, text);
  }
}
