/** Reports how far a run is. */
export interface Progress {
  /** Reports that a step begins; it takes the place of the one before. */
  readonly report: (step: string) => void;
  /** Takes the last step away, so that a result can take its place. */
  readonly end: () => void;
}

/** Whether the process runs in CI: https://docs.github.com/actions/reference/workflows-and-actions/variables */
export function isCi(): boolean {
  return ![undefined, '', '0', 'false'].includes(process.env['CI']);
}

const eraseLine = '\r\u001b[K';

/**
 * Reports progress in one line of a terminal; in CI, whose logs have no such thing, in a line for each step; elsewhere not
 * at all. Default: on standard error, so that it never mixes with a result.
 */
export function createProgress(
  target: { readonly isTTY?: boolean; readonly write: (text: string) => unknown } = process.stderr,
  inCi: boolean = isCi(),
): Progress {
  const isLive = target.isTTY === true && !inCi;
  return {
    report: (step) => {
      if (isLive) target.write(`${eraseLine}${step}…`);
      else if (inCi) target.write(`${step}…\n`);
    },
    end: () => {
      if (isLive) target.write(eraseLine);
    },
  };
}

/** Does work whose steps are reported, unless only programs read what comes of it. */
export async function withProgress<Result>(
  isForPeople: boolean,
  work: (report: (step: string) => void) => Promise<Result>,
): Promise<Result> {
  if (!isForPeople) return work(() => undefined);
  const { report, end } = createProgress();
  return work(report).finally(end);
}
