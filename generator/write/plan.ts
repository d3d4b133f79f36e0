import { join, posix } from 'node:path';
import { contentHash } from '../content-hash.js';
import { compareText } from '../diagnostics/diagnostic.js';
import { groupBy } from '../group-by.js';
import type { RenderedFile } from '../render/rendered-file.js';
import { nodeFileSystem, type FileSystem } from './file-system.js';
import { manifestName, manifestText, readManifest, type Manifest } from './manifest.js';
import { OutputFolder, type ExistingFile } from './existing-file.js';

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
  /** The name under which the file stands until now, where it is the same but for its case, and the file system knows no other. */
  readonly oldPath?: string;
}

/** How the output differs from what it should be. */
export interface OutputPlan {
  /** Sorted by path; manifests come last. */
  readonly changes: readonly Change[];
  /** Folders that hold, or held until a run was killed, what is no longer wanted: below the output folder, with `/`. */
  readonly staleFolders: readonly string[];
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
  const targets = groupBy(files, ({ path }) => path.split('/')[0] ?? '');
  const plans = await Promise.all(
    [...targets].map(async ([target, members]) => {
      const manifests = [join(out, target, manifestName), ...abandoned.map((each) => join(each, target))];
      const known = knownHashes(await Promise.all(manifests.map((file) => readManifest(file, fs))));
      return planTarget(target, members, known, folder);
    }),
  );
  return {
    targets: [...targets.keys()],
    changes: [
      ...plans.flatMap(({ changes }) => changes),
      ...plans.flatMap(({ manifest }) => (manifest === undefined ? [] : [manifest])),
    ],
    staleFolders: plans.flatMap(({ staleFolders }) => staleFolders),
    unchanged: plans.reduce((sum, { unchanged }) => sum + unchanged, 0),
  };
}

interface TargetPlan {
  readonly changes: readonly Change[];
  readonly manifest: Change | undefined;
  readonly staleFolders: readonly string[];
  readonly unchanged: number;
}

async function planTarget(
  target: string,
  files: readonly RenderedFile[],
  known: ReadonlyMap<string, ReadonlySet<string>>,
  folder: OutputFolder,
): Promise<TargetPlan> {
  const wanted = new Map(files.map((file) => [file.path.slice(target.length + 1), file]));
  const renamed = await renamedInCase(target, wanted, known, folder);
  const plan = async (path: string): Promise<Change | undefined> => {
    await folder.assertReachable(`${target}/${path}`);
    const existing = await folder.read(`${target}/${path}`);
    const former = renamed.get(path);
    const isForeign = !isKnown(existing, known.get(former ?? path));
    if (former !== undefined && typeof existing !== 'string') {
      const [before, after] = [existing.toString(), wanted.get(path)?.content];
      return { action: 'update', path: `${target}/${path}`, before, after, isForeign, oldPath: `${target}/${former}` };
    }
    return changeTo(`${target}/${path}`, existing, wanted.get(path), isForeign);
  };
  const staleFolders = new Set<string>();
  const planRemoval = async (path: string): Promise<Change | undefined> => {
    if (!(await folder.isReachable(`${target}/${path}`))) return undefined;
    if (path.includes('/')) staleFolders.add(`${target}/${posix.dirname(path)}`);
    const existing = await folder.read(`${target}/${path}`);
    // A folder or a link is no file that the generator wrote, and hides none.
    if (existing === 'other') return undefined;
    // Left where it is, a file that was edited by hand would go on being part of the package.
    const isForeign = !isKnown(existing, known.get(path));
    return changeTo(`${target}/${path}`, existing, undefined, isForeign);
  };
  const gone = new Set(renamed.values());
  const paths = [...new Set([...wanted.keys(), ...known.keys()])].filter((path) => !gone.has(path)).sort(compareText);
  const own: Change[] = [];
  for (const path of paths) {
    const change = await (wanted.has(path) ? plan(path) : planRemoval(path));
    if (change !== undefined) own.push(change);
  }
  const content = manifestText(new Map([...wanted].map(([path, file]) => [path, contentHash(file.content)])));
  const manifestPath = `${target}/${manifestName}`;
  return {
    changes: own,
    manifest: changeTo(manifestPath, await folder.read(manifestPath), { content }, false),
    staleFolders: [...staleFolders],
    unchanged: wanted.size - own.filter(({ after }) => after !== undefined).length,
  };
}

/** Names that files had until now, by those that they are to have, where both lead to the same file and differ in case. */
async function renamedInCase(
  target: string,
  wanted: ReadonlyMap<string, unknown>,
  known: ReadonlyMap<string, unknown>,
  folder: OutputFolder,
): Promise<ReadonlyMap<string, string>> {
  const renamed = new Map<string, string>();
  const old = [...known.keys()].filter((path) => !wanted.has(path));
  if (old.length === 0) return renamed;
  const byFold = new Map([...wanted.keys()].map((path) => [path.toLowerCase(), path]));
  for (const path of old) {
    const now = byFold.get(path.toLowerCase());
    if (now !== undefined && (await folder.isSameFile(`${target}/${path}`, `${target}/${now}`))) renamed.set(now, path);
  }
  return renamed;
}

function changeTo(
  path: string,
  existing: ExistingFile,
  wanted: Pick<RenderedFile, 'content'> | undefined,
  isForeign: boolean,
): Change | undefined {
  if (existing === 'nothing' && wanted === undefined) return undefined;
  const after = wanted?.content;
  if (existing instanceof Buffer && after !== undefined && existing.equals(Buffer.from(after))) return undefined;
  if (existing === 'nothing') return { action: 'create', path, before: undefined, after, isForeign: false };
  if (existing === 'other') return { action: 'update', path, before: undefined, after, isForeign: true };
  return { action: after === undefined ? 'remove' : 'update', path, before: existing.toString(), after, isForeign };
}

function isKnown(existing: ExistingFile, hashes: ReadonlySet<string> | undefined): boolean {
  if (typeof existing === 'string') return existing === 'nothing';
  return hashes?.has(contentHash(existing)) === true;
}

function knownHashes(manifests: readonly Manifest[]): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>();
  for (const manifest of manifests) {
    for (const [path, hash] of manifest) known.set(path, (known.get(path) ?? new Set()).add(hash));
  }
  return known;
}
