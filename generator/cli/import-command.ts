import { relative, resolve } from 'node:path';
import { importSources, type ImportNote } from '../import/import.js';
import { pluralize } from '../text/pluralize.js';
import { withProgress } from './progress.js';
import { listLines } from './summary.js';

/**
 * Writes catalog files from schemas in other forms, and says what was not carried over.
 *
 * @throws {@link UsageError} if a source does not exist.
 * @throws {@link WriteError} if a file cannot be written.
 */
export async function importCommand(
  sources: readonly string[],
  flags: { readonly catalog: string },
  folder: string,
): Promise<void> {
  const catalog = resolve(folder, flags.catalog);
  const { written, unchanged, losses, doubts } = await withProgress(true, (report) => {
    report('Reading the sources');
    return importSources({ sources: sources.map((path) => resolve(folder, path)), catalog, project: folder });
  });
  const where = relative(folder, catalog) || '.';
  process.stdout.write(notes('Not carried over, or not as it was', losses));
  process.stdout.write(notes('Carried over, though it is wrong in itself', doubts));
  const count = (part: string): number => written.filter((path) => path.startsWith(part)).length;
  const counts = [pluralize(count('messages/'), 'message'), pluralize(count('types/'), 'shared type')];
  const kept = unchanged > 0 ? `; ${pluralize(unchanged, 'file')} there already` : '';
  process.stdout.write(`Wrote ${counts.join(' and ')} to ${where}${kept}.\n`);
  if (written.length === 0) return;
  const option = flags.catalog === 'catalog' ? '' : ` --catalog ${where}`;
  process.stdout.write(
    `They are yours now: say what each is for, then run worker-codegen validate${option}, and generate${option}.\n`,
  );
}

function notes(title: string, all: readonly ImportNote[]): string {
  return all.length === 0 ? '' : `${title}:\n${listLines(all.map(({ place, reason }) => `${place}: ${reason}`))}\n`;
}
