import type { RunResult } from '../write/skip-if-unchanged.js';
import { pluralize } from '../text/pluralize.js';

/**
 * Says in a line what a run found or did, and in one more for each file that had been edited by hand where it is now.
 *
 * @param result - What it did.
 * @param where - The output folder, relative to where the user is.
 */
export function summary({ messages, types, targets, changes, unchanged, kept }: RunResult, where: string): string {
  const counts = (['create', 'update', 'remove'] as const).map(
    (action) => [action, changes.filter((change) => change.action === action).length] as const,
  );
  const done = counts.flatMap(([action, number]) => (number > 0 ? [`${number} ${action}d`] : []));
  const removed = changes.filter(({ action }) => action === 'remove').length;
  const folder = targets.length === 1 ? `${where}/${targets[0]}` : where;
  const files = pluralize(unchanged + changes.length - removed, 'file');
  const found = `${pluralize(messages, 'message')}, ${pluralize(types, 'type')} → ${folder} (${files})`;
  const backups = kept.map((path) => `  kept what had been edited by hand as ${path}\n`);
  const advice =
    kept.length === 0
      ? ''
      : `  Move what you need of ${kept.length === 1 ? 'it' : 'them'} to the catalog, and delete the rest.\n`;
  return `${found}${done.length === 0 ? ', up to date' : `: ${done.join(', ')}`}\n${backups.join('')}${advice}`;
}

/**
 * Says in a line a rule how often lint found something; `validate` shows where.
 *
 * @param result - What a run found.
 */
export function warningCounts({ warnings }: RunResult): string {
  return Object.entries(warnings)
    .map(
      ([rule, count]) => `warning: ${count} × ${rule} (worker-codegen validate shows ${count === 1 ? 'it' : 'them'})\n`,
    )
    .join('');
}
