import { copyFile, mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Change, OutputPlan } from './plan.js';

/** Suffix of the copy that is kept of a file that was edited by hand; npm packs no such file. */
const backupSuffix = '.orig';

/**
 * Carries a plan out: each file whole or not at all, manifests last, so that a run that was cut off is completed by the next.
 * A file that was edited by hand is kept beside the new one, with `.orig` behind its name.
 *
 * @param plan - What is to change.
 * @param out - The output folder.
 * @returns Paths of the copies that were kept, below the output folder.
 */
export async function write({ changes }: OutputPlan, out: string): Promise<string[]> {
  const isManifest = ({ path }: Change): boolean =>
    path.split('/').length === 2 && path.endsWith('.worker-codegen.json');
  const folders = new Set(
    changes.filter(({ after }) => after !== undefined).map(({ path }) => dirname(join(out, path))),
  );
  for (const folder of folders) await mkdir(folder, { recursive: true });
  const kept = await Promise.all(changes.filter((change) => !isManifest(change)).map((change) => apply(change, out)));
  for (const change of changes.filter(isManifest)) await apply(change, out);
  return kept.flat();
}

async function apply({ path, after, isForeign }: Change, out: string): Promise<string[]> {
  const target = join(out, path);
  if (after === undefined) {
    await rm(target, { force: true });
    await rmdir(dirname(target)).catch(() => undefined);
    return [];
  }
  if (isForeign) await copyFile(target, target + backupSuffix);
  const temporary = `${target}.${process.pid}.tmp`;
  await writeFile(temporary, after);
  await rename(temporary, target);
  return isForeign ? [path + backupSuffix] : [];
}
