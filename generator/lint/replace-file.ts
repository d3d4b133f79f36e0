import { chmod, rename, rm, stat, writeFile } from 'node:fs/promises';

/**
 * Writes a file whole or not at all: by a temporary file beside it and a rename, so that a reader sees the old content or
 * the new one. A file that was there keeps its permissions.
 *
 * @param path - Where to write; its folder exists. A symbolic link is replaced by a file: pass what it leads to.
 * @param content - What the file is to hold.
 * @throws What the operating system refuses, with the file as it was.
 */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, content);
    const before = await stat(path).catch(() => undefined);
    if (before !== undefined) await chmod(temporary, before.mode);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
