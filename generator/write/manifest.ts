import { compareText } from '../diagnostics/diagnostic.js';
import { readWithoutFollowing } from '../open-flags.js';
import { nodeFileSystem, type FileSystem } from './file-system.js';

/** Name of the file, in each target's folder, that lists what the generator wrote there. */
export const manifestName = '.worker-codegen.json';

/** The files that the generator wrote below a target's folder, with the hashes of their contents. */
export type Manifest = ReadonlyMap<string, string>;

/**
 * Reads a manifest; empty where there is none, or a link, or it cannot be understood, as after a merge conflict.
 *
 * @param file - The manifest, or one that a run that was killed had yet to put in place.
 * @param fs - The file system.
 */
export async function readManifest(file: string, fs: FileSystem = nodeFileSystem): Promise<Manifest> {
  try {
    const content = (await fs.readFile(file, { flag: readWithoutFollowing })) ?? '';
    const { files } = JSON.parse(content.toString()) as { files: Record<string, string> };
    return new Map(Object.entries(files).filter(([path]) => isInside(path)));
  } catch {
    return new Map();
  }
}

/** The text of a manifest: one line a file, so that it merges and diffs as the files do. */
export function manifestText(files: Manifest): string {
  const sorted = [...files].sort(([a], [b]) => compareText(a, b));
  return `${JSON.stringify({ files: Object.fromEntries(sorted) }, null, 2)}\n`;
}

function isInside(path: string): boolean {
  return !path.startsWith('/') && !path.split(/[/\\]/).includes('..');
}
