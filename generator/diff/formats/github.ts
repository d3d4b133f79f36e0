import { formatDiagnostics } from '../../diagnostics/format.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { LineIndex } from '../../diagnostics/line-index.js';
import { locatorOf } from '../../load/locate.js';
import type { Change, Diff } from '../change-report.js';
import { bumpOf } from '../breaks-callers.js';
import { isTooLow } from '../needed-version.js';
import { kindOf, verdictOf } from './words.js';

/**
 * A diff as annotations of GitHub Actions, at the places of the version after.
 *
 * @param folder - Paths are relative to it.
 * @param settings - The settings file of the version after, for what lies in no other.
 */
export function githubDiff(
  { report, problems, placeOf }: Diff,
  folder: string,
  settings: { readonly absolutePath: string; readonly text: string },
): string {
  const at = (
    file: typeof settings,
    range: readonly [number, number],
    rest: Pick<Diagnostic, 'severity' | 'message' | 'rule'>,
  ): Diagnostic => {
    const lines = new LineIndex(file.text);
    const [start, end] = range.map((offset) => lines.position(offset));
    const first = { line: 1, column: 1 };
    return { file: file.absolutePath, text: file.text, start: start ?? first, end: end ?? first, ...rest };
  };
  const ofChange = (change: Change): Diagnostic[] => {
    if (change.level === 'safe') return [];
    const place = placeOf(change, 'after');
    const file = place?.file ?? settings;
    const range = place === undefined ? ([0, 1] as const) : locatorOf(file.text)(place.path, 'value');
    const message = `${change.message} ${kindOf(change)}: ${change.reason}`;
    return [
      at(file, range, { severity: bumpOf(change) === 'major' ? 'error' : 'warning', message, rule: change.level }),
    ];
  };
  const version = locatorOf(settings.text)(['version'], 'value');
  return formatDiagnostics(
    [
      ...report.changes.flatMap(ofChange),
      ...problems.map((message) => at(settings, [0, 1], { severity: 'error', message, rule: 'waiver' })),
      ...(isTooLow(report)
        ? [at(settings, version, { severity: 'error', message: verdictOf(report), rule: 'version' })]
        : []),
    ],
    'github',
    folder,
  );
}
