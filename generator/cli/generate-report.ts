import { formatDiagnostics } from '../diagnostics/format.js';
import type { GenerateResult } from '../generate.js';
import { screenOf } from '../text/screen.js';

/**
 * Says what could be better in the catalog, for standard error.
 *
 * @param result - What a run did.
 * @param folder - Paths are told relative to it.
 */
export function warnings({ diagnostics }: GenerateResult, folder: string): string {
  const text = formatDiagnostics(diagnostics, 'pretty', folder, { screen: screenOf(process.stderr) });
  return text === '' ? '' : `${text}\n`;
}

/**
 * Says in a line what a run did, and in one more for each file that had been edited by hand where it is now.
 *
 * @param result - What it did.
 * @param where - The output folder, as it is told.
 */
export function summary({ changes, unchanged, kept }: GenerateResult, where: string): string {
  const kinds = (['create', 'update', 'remove'] as const).map(
    (action) => [action, changes.filter((change) => change.action === action).length] as const,
  );
  const done = kinds.filter(([, number]) => number > 0).map(([action, number]) => `${number} ${action}d`);
  const told =
    done.length === 0
      ? `Nothing to do: ${where} is up to date.`
      : `${where}: ${[...done, `${unchanged} unchanged`].join(', ')}.`;
  const backups = kept.map((path) => `  kept what had been edited by hand as ${path}\n`);
  return `${told}\n${backups.join('')}`;
}
