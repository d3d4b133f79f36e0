import type { Clock } from '../runtime/time/clock.js';

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** How many callbacks are waiting for their time. */
  readonly pending: number;
  /**
   * Moves the time on, and calls everything that is due by then, in the order of its time.
   *
   * @param milliseconds - How far; at least 0.
   */
  advance(milliseconds: number): void;
}

interface Appointment {
  readonly time: number;
  readonly callback: () => void;
}

/**
 * Makes a clock that stands still until a test moves it, so that no test sleeps. Backend and client can share one.
 *
 * @param start - Its first time, in milliseconds since 1970-01-01T00:00:00Z. Default: 0.
 */
export function createManualClock(start = 0): ManualClock {
  let time = start;
  const appointments = new Set<Appointment>();
  const nextUntil = (end: number): Appointment | undefined =>
    [...appointments]
      .filter((appointment) => appointment.time <= end)
      .reduce<Appointment | undefined>((first, each) => (first && first.time <= each.time ? first : each), undefined);
  return {
    now: () => time,
    get pending() {
      return appointments.size;
    },
    setTimeout(callback, delay) {
      const appointment = { time: time + Math.max(0, delay), callback };
      appointments.add(appointment);
      return appointment;
    },
    clearTimeout(timer) {
      for (const appointment of appointments) if (appointment === timer) appointments.delete(appointment);
    },
    advance(milliseconds) {
      if (!(milliseconds >= 0)) throw new RangeError(`A clock moves on by 0 ms or more, not by ${milliseconds}.`);
      const end = time + milliseconds;
      for (let next = nextUntil(end); next !== undefined; next = nextUntil(end)) {
        appointments.delete(next);
        time = next.time;
        next.callback();
      }
      time = end;
    },
  };
}
