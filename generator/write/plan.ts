import { contentHash } from '../content-hash.js';
import { compareText } from '../diagnostics/diagnostic.js';
import { groupBy } from '../group-by.js';
import type { RenderedFile } from '../render/rendered-file.js';
import { OutputFolder, type ExistingFile } from './existing-file.js';
import { nodeFileSystem, type FileSystem } from './file-system.js';
import { manifestName, manifestText, readManifest } from './manifest.js';
import { WriteError } from './write-error.js';

/** What is to happen to one file of the output. */
export interface Change {
  readonly action: 'create' | 'update' | 'remove';
  /** Path below the output folder, with `/`. */
  readonly path: string;
  /** The text that is there now; `undefined` where nothing is, or what is no file. */
  readonly before: string | undefined;
  /** What will be there; `undefined` where nothing will. */
  readonly after: string | undefined;
  /**
   * Whether what is there now did not come from the generator as it stands: it was edited by hand, or is foreign. It is
   * moved aside, never written over or removed.
   */
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

/** Where planning looks. */
export interface PlanOptions {
  /** Default: the file system of this machine. */
  readonly fs?: FileSystem;
  /** Folders of runs that were killed; what they had yet to list is known to come from the generator. Default: none. */
  readonly abandoned?: readonly string[];
}

/**
 * Compares the output folder with what it should hold. Of what it should not hold, only files that the generator once
 * wrote count; everything else is left alone.
 *
 * @param files - Everything that the output should hold.
 * @param out - The output folder.
 * @param options - Where to look.
 * @throws {@link WriteError} if a link or a file stands where a folder has to be.
 */
export async function planOutput(
  files: readonly RenderedFile[],
  out: string,
  { fs = nodeFileSystem, abandoned = [] }: PlanOptions = {},
): Promise<OutputPlan> {
  const folder = new OutputFolder(out, fs);
  const changes: Change[] = [];
  const manifests: Change[] = [];
  const targets = groupBy(files, ({ path }) => path.split('/')[0] ?? '');
  for (const [target, members] of targets) {
    const manifest = `${target}/${manifestName}`;
    const known = await knownHashes(target, [manifest, ...abandoned.map((each) => `${each}/${target}`)], folder);
    const wanted = new Map(members.map(({ path, content }) => [path, content]));
    for (const path of [...new Set([...wanted.keys(), ...known.keys()])].sort(compareText))
      changes.push(...(await planFile(path, wanted.get(path), known.get(path), folder)));
    const hashes = members.map(({ path, content }) => [path.slice(target.length + 1), contentHash(content)] as const);
    manifests.push(...changesTo(manifest, await folder.read(manifest), manifestText(new Map(hashes)), false));
  }
  const written = changes.filter(({ after }) => after !== undefined).length;
  return { targets: [...targets.keys()], changes: [...changes, ...manifests], unchanged: files.length - written };
}

async function planFile(
  path: string,
  after: string | undefined,
  hashes: ReadonlySet<string> | undefined,
  folder: OutputFolder,
): Promise<readonly Change[]> {
  const obstacle = await folder.obstacleTo(path);
  if (obstacle !== undefined) {
    if (after === undefined) return [];
    throw new WriteError(
      `${folder.pathOf(obstacle)} is a symbolic link or a file where the output has a folder, and nothing is written through it: move it away. Nothing was changed.`,
    );
  }
  const existing = await folder.read(path);
  // A folder or a link is no file that the generator wrote, and hides none.
  if (existing === 'other' && after === undefined) return [];
  const isForeign = existing !== 'nothing' && (existing === 'other' || hashes?.has(contentHash(existing)) !== true);
  return changesTo(path, existing, after, isForeign);
}

/** The change of a file; none where it is as it should be. */
function changesTo(
  path: string,
  existing: ExistingFile,
  after: string | undefined,
  isForeign: boolean,
): readonly Change[] {
  if (existing === 'nothing')
    return after === undefined ? [] : [{ action: 'create', path, before: undefined, after, isForeign: false }];
  if (existing === 'other') return [{ action: 'update', path, before: undefined, after, isForeign: true }];
  if (after !== undefined && existing.equals(Buffer.from(after))) return [];
  return [{ action: after === undefined ? 'remove' : 'update', path, before: existing.toString(), after, isForeign }];
}

/** Hashes of what the generator wrote, by path below the output folder. */
async function knownHashes(
  target: string,
  manifests: readonly string[],
  folder: OutputFolder,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const known = new Map<string, Set<string>>();
  for (const manifest of manifests) {
    for (const [file, hash] of await readManifest(folder, manifest)) {
      const path = `${target}/${file}`;
      known.set(path, (known.get(path) ?? new Set()).add(hash));
    }
  }
  return known;
}
