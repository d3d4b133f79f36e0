import { formatDiagnostics } from '../../diagnostics/format.js';
import { Reporter, type ReportedFile } from '../../diagnostics/reporter.js';
import { locatorOf } from '../../load/locate.js';
import type { Diff } from '../change-report.js';
import { bumpOf } from '../breaks-callers.js';
import { isTooLow } from '../needed-version.js';
import { kindOf, verdictOf } from './words.js';

/**
 * A diff as annotations of GitHub Actions, at the places of the version after.
 *
 * @param folder - Paths are relative to it.
 * @param settings - The settings file of the version after, for what lies in no other.
 */
export function githubDiff({ report, problems, placeOf }: Diff, folder: string, settings: ReportedFile): string {
  const reporter = new Reporter(locatorOf);
  const whole = { file: settings, path: [] };
  for (const change of report.changes.filter(({ level }) => level !== 'safe')) {
    const severity = bumpOf(change) === 'major' ? 'error' : 'warning';
    const message = `${change.message} ${kindOf(change)}: ${change.reason}`;
    reporter[severity](change.level, placeOf(change, 'after') ?? whole, message);
  }
  for (const message of problems) reporter.error('waiver', whole, message);
  if (isTooLow(report)) reporter.error('version', { file: settings, path: ['version'] }, verdictOf(report));
  return formatDiagnostics(reporter.diagnostics, 'github', folder);
}
