import { groupBy } from '../group-by.js';
import { defaultTemplatesFolder } from '../installation.js';
import { didYouMean } from '../text/suggest.js';
import { UsageError } from '../usage-error.js';
import { loadTemplates, type TemplateFile } from './templates.js';

/** A folder of templates, whose tree is that of an output folder. */
export interface Target {
  readonly name: string;
  readonly files: readonly TemplateFile[];
  /** Whether it came with `--templates`: who names a folder wants what is in it. */
  readonly isAdded: boolean;
}

/** Picks every target there is. */
const everyTarget = 'all';

/**
 * Reads the targets of several folders; one takes the place of an earlier one of the same name.
 *
 * @throws {@link UsageError} if one cannot be read, or has no target.
 */
export async function loadTargets(folders: readonly string[]): Promise<readonly Target[]> {
  const targets = new Map<string, Target>();
  for (const folder of folders) {
    const isAdded = folder !== defaultTemplatesFolder;
    const byTarget = groupBy(await loadTemplates(folder), ({ path }) => path.split('/')[0] ?? '');
    for (const [name, files] of byTarget) targets.set(name, { name, files, isAdded });
  }
  return [...targets.values()];
}

/**
 * Picks the targets of a run.
 *
 * @param asked - Names of those that the run asks for, or `all`; none asks for what the catalog names and what was added.
 * @throws {@link UsageError} if there is none of a name.
 */
export function pickTargets(
  targets: readonly Target[],
  asked: readonly string[],
  named: readonly string[],
): readonly TemplateFile[] {
  const isAddedPicked = asked.length === 0;
  const names = isAddedPicked ? named : asked;
  const known = targets.map(({ name }) => name);
  const unknown = names.find((name) => name !== everyTarget && !known.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`There is no target ${unknown}.${didYouMean(unknown, known)} There is ${known.join(', ')}.`);
  const isPicked = ({ name, isAdded }: Target): boolean =>
    names.includes(name) || names.includes(everyTarget) || (isAddedPicked && isAdded);
  return targets.filter(isPicked).flatMap(({ files }) => files);
}
