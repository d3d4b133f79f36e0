import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../diagnostics/diagnostic.js';
import type { RenderedFile } from '../render/render.js';
import { contentHash, manifestName, manifestText, readManifest } from './manifest.js';

/** What is to happen to one file of the output. */
export interface Change {
  readonly action: 'create' | 'update' | 'remove';
  /** Path below the output folder, with `/`. */
  readonly path: string;
  /** What is there now; `undefined` where nothing is. */
  readonly before: string | undefined;
  /** What will be there; `undefined` where nothing will. */
  readonly after: string | undefined;
  /** Whether what is there now did not come from the generator as it stands: it was edited by hand, or is foreign. */
  readonly isForeign: boolean;
}

/** How the output differs from what it should be. */
export interface OutputPlan {
  /** Sorted by path; manifests come last. */
  readonly changes: readonly Change[];
  /** How many files are as they should be. */
  readonly unchanged: number;
  /** Names of the targets. */
  readonly targets: readonly string[];
}

/**
 * Compares the output folder with what it should hold. Of what it should not hold, only files that the generator wrote
 * are removed.
 *
 * @param files - Everything that the output should hold.
 * @param out - The output folder.
 */
export async function planOutput(files: readonly RenderedFile[], out: string): Promise<OutputPlan> {
  const targets = groupByTarget(files);
  const plans = await Promise.all([...targets].map(([target, members]) => planTarget(target, members, out)));
  return {
    targets: [...targets.keys()],
    changes: plans.flatMap(({ changes }) => changes),
    unchanged: plans.reduce((sum, { unchanged }) => sum + unchanged, 0),
  };
}

async function planTarget(
  target: string,
  files: readonly RenderedFile[],
  out: string,
): Promise<Omit<OutputPlan, 'targets'>> {
  const known = await readManifest(join(out, target));
  const wanted = new Map(files.map(({ path, content }) => [path.slice(target.length + 1), content]));
  const stale = [...known.keys()].filter((path) => !wanted.has(path));
  const manifest = new Map([...wanted].map(([path, content]) => [path, contentHash(content)]));

  const change = async (path: string, after: string | undefined): Promise<Change | undefined> => {
    const before = await readText(join(out, target, path));
    if (before === after) return undefined;
    const action = before === undefined ? 'create' : after === undefined ? 'remove' : 'update';
    const isForeign = before !== undefined && path !== manifestName && known.get(path) !== contentHash(before);
    return { action, path: `${target}/${path}`, before, after, isForeign };
  };
  const paths = [...wanted.keys(), ...stale].sort(compareText);
  const changes = await Promise.all([
    ...paths.map((path) => change(path, wanted.get(path))),
    change(manifestName, manifestText(manifest)),
  ]);
  // A file that was edited by hand and is no longer wanted is the user's now.
  const own = changes.filter((each) => each !== undefined && !(each.action === 'remove' && each.isForeign)) as Change[];
  return {
    changes: own,
    unchanged:
      wanted.size - own.filter(({ path, after }) => after !== undefined && !path.endsWith(`/${manifestName}`)).length,
  };
}

function groupByTarget(files: readonly RenderedFile[]): Map<string, RenderedFile[]> {
  const groups = new Map<string, RenderedFile[]>();
  for (const file of files) {
    const target = file.path.split('/')[0] ?? '';
    const group = groups.get(target) ?? [];
    group.push(file);
    groups.set(target, group);
  }
  return groups;
}

async function readText(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
