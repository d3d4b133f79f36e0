import type { WriteStream } from 'node:tty';

/** Tells how far a run is. */
export interface Progress {
  /** Tells that a step begins; it takes the place of the one before. */
  readonly tell: (step: string) => void;
  /** Takes the last step away, so that a result can take its place. */
  readonly end: () => void;
}

/** Where progress is told. */
export interface ProgressTarget {
  /** Whether it is a terminal; `undefined` where it is a file or a pipe. */
  readonly isTTY?: WriteStream['isTTY'];
  readonly write: (text: string) => unknown;
}

/** Whether the process runs in CI: https://docs.github.com/actions/reference/workflows-and-actions/variables */
export function isCi(): boolean {
  return ![undefined, '', '0', 'false'].includes(process.env['CI']);
}

const eraseLine = '\r\u001b[K';

/**
 * Tells progress in one line of a terminal; in CI, whose logs have no such thing, in a line for each step; elsewhere not
 * at all.
 *
 * @param target - Where to tell it. Default: standard error, so that it never mixes with a result.
 * @param inCi - Whether the process runs in CI. Default: as the environment says.
 */
export function createProgress(target: ProgressTarget = process.stderr, inCi: boolean = isCi()): Progress {
  if (target.isTTY === true && !inCi) {
    return {
      tell: (step) => {
        target.write(`${eraseLine}${step}…`);
      },
      end: () => {
        target.write(eraseLine);
      },
    };
  }
  return {
    tell: (step) => {
      if (inCi) target.write(`${step}…\n`);
    },
    end: () => undefined,
  };
}
