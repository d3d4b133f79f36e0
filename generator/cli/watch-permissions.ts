import { lstatSync, type Stats } from 'node:fs';
import { basename, join } from 'node:path';
import type { FSWatcher } from 'chokidar';

/**
 * Watches for permissions that change, which chokidar does not tell of, and for any change of files that it could not watch
 * to begin with, as they could not be read. It hears of them from the folders that they are in.
 *
 * @param watcher - Watches the folders.
 * @param isInput - Whether a path matters.
 * @param changed - Called at a change; chokidar may tell of the same one.
 */
export function watchPermissions(watcher: FSWatcher, isInput: (path: string) => boolean, changed: () => void): void {
  /** When each was last changed, in whatever way; that it is read, which some systems tell too, does not count. */
  const changes = new Map<string, number>();
  watcher.on('raw', (_event: string, name: string, details: unknown) => {
    const path = changedPath(name, details);
    if (path === undefined || !isInput(path)) return;
    const stats = lookAt(path);
    if (stats === undefined || changes.get(path) === stats.ctimeMs) return;
    changes.set(path, stats.ctimeMs);
    // What is in a new folder is told by itself.
    if (stats.isFile() || watcher.getWatched()[path] !== undefined) changed();
  });
}

/** A change is told of what is watched, or of something in it. */
function changedPath(name: string, details: unknown): string | undefined {
  if (typeof details !== 'object' || details === null || !('watchedPath' in details)) return undefined;
  const watched = String(details.watchedPath);
  return basename(watched) === name && lookAt(watched)?.isDirectory() !== true ? watched : join(watched, name);
}

function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}
