import { compareText } from '../diagnostics/diagnostic.js';
import type { OutputFolder } from './existing-file.js';

/** Name of the file, in each target's folder, that lists what the generator wrote there. */
export const manifestName = '.worker-codegen.json';

/** The files that the generator wrote below a target's folder, with the hashes of their contents. */
export type Manifest = ReadonlyMap<string, string>;

/** Reads a manifest; empty where there is none, or a link, or it cannot be understood, as after a merge conflict. */
export async function readManifest(folder: OutputFolder, path: string): Promise<Manifest> {
  try {
    const { files } = JSON.parse(String(await folder.read(path))) as { files: Record<string, string> };
    return new Map(Object.entries(files).filter(([file]) => isInside(file)));
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
