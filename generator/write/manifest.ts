import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../diagnostics/diagnostic.js';

/** Name of the file, in each target's folder, that lists what the generator wrote there. */
export const manifestName = '.worker-codegen.json';

/** The files that the generator wrote below a target's folder, with the hashes of their contents. */
export type Manifest = ReadonlyMap<string, string>;

/**
 * Reads the manifest of a target's folder; empty where there is none or it cannot be understood, as after a merge conflict.
 *
 * @param folder - The target's folder.
 */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    const { files } = JSON.parse(await readFile(join(folder, manifestName), 'utf8')) as {
      files: Record<string, string>;
    };
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

/** The hash of a file's content, as manifests hold it. */
export function contentHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}

function isInside(path: string): boolean {
  return !path.startsWith('/') && !path.split(/[/\\]/).includes('..');
}
