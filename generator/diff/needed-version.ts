import { inc, parse } from 'semver';
import { UsageError } from '../usage-error.js';
import type { ChangeReport } from './change-report.js';

/**
 * The lowest version that a release may have after the changes of a report (https://semver.org). Below 1.0.0, where npm takes
 * the second number for the major one, so does this.
 */
export function neededVersion({ before, bump }: Pick<ChangeReport, 'before' | 'bump'>): string {
  const version = parse(before);
  if (version === null) throw new UsageError(`${before} is no version.`);
  const released = `${version.major}.${version.minor}.${version.patch}`;
  if (bump === 'none') return released;
  return inc(released, version.major === 0 && bump === 'major' ? 'minor' : bump) ?? released;
}

/** Whether the version after the changes is lower than they need; a prerelease counts as what it leads to. */
export function isTooLow(report: Pick<ChangeReport, 'before' | 'after' | 'bump'>): boolean {
  return parse(report.after)?.compareMain(neededVersion(report)) === -1;
}
