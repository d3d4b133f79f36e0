import type { GenerateResult } from '../generate.js';

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
  const advice =
    kept.length === 0
      ? ''
      : `  Move what you need of ${kept.length === 1 ? 'it' : 'them'} to the catalog, and delete the rest.\n`;
  return `${told}\n${backups.join('')}${advice}`;
}
