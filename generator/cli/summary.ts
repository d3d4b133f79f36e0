import type { RunResult } from '../generate.js';
import { manifestName } from '../write/manifest.js';
import { escapeLine } from '../text/escape.js';
import { pluralize } from '../text/pluralize.js';

/** Says in a line what a run found or did, and in one more for each file that had been edited by hand where it is now. */
export function summary({ messages, types, targets, changes, unchanged, kept }: RunResult, where: string): string {
  // The list of what was written is no part of what was asked for.
  const files = changes.filter(({ path }) => !path.endsWith(`/${manifestName}`));
  const count = (action: string): number => files.filter((change) => change.action === action).length;
  const done = ['create', 'update', 'remove'].flatMap((action) =>
    count(action) > 0 ? [`${count(action)} ${action}d`] : [],
  );
  const folder = targets.length === 1 ? `${where}/${targets[0]}` : where;
  const total = pluralize(unchanged + files.length - count('remove'), 'file');
  const lines = [
    `${pluralize(messages, 'message')}, ${pluralize(types, 'type')} → ${folder} (${total})${done.length === 0 ? ', up to date' : `: ${done.join(', ')}`}`,
    ...kept.map((path) => `  kept what had been edited by hand as ${path}`),
  ];
  if (kept.length > 0)
    lines.push(`  Move what you need of ${kept.length === 1 ? 'it' : 'them'} to the catalog, and delete the rest.`);
  return lines.map((line) => `${line}\n`).join('');
}

/** Lists texts in a line each, by default 200, and says how many more there are. */
export function listLines(texts: readonly string[], most = 200): string {
  const shown = texts.slice(0, most).map((text) => `  ${escapeLine(text)}\n`);
  return `${shown.join('')}${texts.length > most ? `  … and ${texts.length - most} more.\n` : ''}`;
}

/** Says in a line a rule how often lint found something; `validate` shows where. */
export function warningCounts({ warnings }: RunResult): string {
  return Object.entries(warnings)
    .map(
      ([rule, count]) => `warning: ${count} × ${rule} (worker-codegen validate shows ${count === 1 ? 'it' : 'them'})\n`,
    )
    .join('');
}
