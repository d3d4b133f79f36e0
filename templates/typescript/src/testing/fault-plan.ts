import { faultProblem, type Fault } from './fault.js';
import type { ReceivedRequest } from './received-request.js';

/** Picks requests. */
export type RequestMatch = (request: ReceivedRequest) => boolean;

/** Which requests an injected fault is for. */
export interface InjectOptions {
  /** How many requests it strikes. Default: 1; `Infinity` for all. */
  readonly times?: number | undefined;
  /** Picks the requests that it strikes. Default: any. */
  readonly match?: RequestMatch | undefined;
}

/** A fault that was injected. */
export interface Injection {
  /** How many requests it has struck. */
  readonly hits: number;
  /** Takes it back: it strikes no more. */
  cancel(): void;
}

interface PlannedFault {
  readonly fault: Fault;
  readonly match: RequestMatch;
  remaining: number;
  hits: number;
}

/** Which fault strikes which request: injected ones first, in their order, then those of a function. */
export class FaultPlan {
  readonly #planned: PlannedFault[] = [];
  readonly #choose: (request: ReceivedRequest) => Fault | undefined;

  /** @param choose - Chooses a fault for a request for which none was injected. */
  constructor(choose: (request: ReceivedRequest) => Fault | undefined = () => undefined) {
    this.#choose = choose;
  }

  /**
   * Adds a fault.
   *
   * @throws RangeError if the fault or the number of times makes no sense.
   */
  inject(fault: Fault, { times = 1, match = () => true }: InjectOptions): Injection {
    const problem = faultProblem(fault);
    if (problem !== undefined) throw new RangeError(`The fault "${fault.kind}" cannot be injected: ${problem}`);
    if (!(times >= 1)) throw new RangeError(`times must be 1 or more, got ${times}.`);
    const planned: PlannedFault = { fault, match, remaining: times, hits: 0 };
    this.#planned.push(planned);
    return {
      get hits() {
        return planned.hits;
      },
      cancel: () => this.#drop(planned),
    };
  }

  /**
   * Takes the fault for a request off the plan.
   *
   * @throws RangeError if the function gave a fault that makes no sense; whatever the function throws.
   */
  take(request: ReceivedRequest): Fault | undefined {
    const planned = this.#planned.find(({ match }) => match(request));
    if (planned !== undefined) {
      planned.hits += 1;
      planned.remaining -= 1;
      if (planned.remaining < 1) this.#drop(planned);
      return planned.fault;
    }
    const fault = this.#choose(request);
    const problem = fault === undefined ? undefined : faultProblem(fault);
    if (problem !== undefined) throw new RangeError(`faults() gave a fault that makes no sense: ${problem}`);
    return fault;
  }

  /** Takes back all injected faults. */
  clear(): void {
    this.#planned.length = 0;
  }

  #drop(planned: PlannedFault): void {
    const index = this.#planned.indexOf(planned);
    if (index >= 0) this.#planned.splice(index, 1);
  }
}
