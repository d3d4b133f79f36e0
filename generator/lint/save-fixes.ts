import { access, constants, readFile, realpath } from 'node:fs/promises';
import type { CatalogSource, SourceFile } from '../load/source.js';
import { pluralize } from '../text/pluralize.js';
import { UsageError } from '../usage-error.js';
import { replaceFile } from '../write/replace-file.js';
import { deferSignals } from '../write/defer-signals.js';
import { asWriteError } from '../write/write-error.js';

const instead = 'run without --fix';

/** Bytes that some editors put before UTF-8; reading drops them. */
const byteOrderMark = '\uFEFF';

/**
 * Writes the files that fixes changed, each whole or not at all.
 *
 * @param before - The catalog as it was read.
 * @param changed - The files that the fixes change, as they are to be.
 * @throws {@link UsageError} if one of the files has changed on the disk meanwhile; then none is written.
 * @throws {@link WriteError} if the operating system refuses; it says how many were written.
 */
export async function saveFixes(before: CatalogSource, changed: readonly SourceFile[]): Promise<void> {
  const read = new Map([...before.messages, ...before.types].map((file) => [file.path, file]));
  const writes: FixedFile[] = [];
  for (const file of changed) writes.push(await prepare(file, read.get(file.path)?.text));
  await deferSignals(() => replaceAll(writes));
}

/** A file that fixes changed, as it is to be. */
interface FixedFile {
  /** Path of the file that a link may lead to. */
  readonly target: string;
  readonly text: string;
}

async function replaceAll(files: readonly FixedFile[]): Promise<void> {
  for (const [done, { target, text }] of files.entries()) {
    await replaceFile(target, text).catch((error: unknown) => {
      const state = done === 0 ? {} : { state: `${done} of ${pluralize(files.length, 'file')} are fixed.` };
      throw asWriteError(error, { where: target, instead, ...state });
    });
  }
}

async function prepare({ absolutePath, text }: SourceFile, before = ''): Promise<FixedFile> {
  const target = await realpath(absolutePath);
  const current = await readFile(target, 'utf8');
  const mark = current.startsWith(byteOrderMark) ? byteOrderMark : '';
  if (current !== mark + before) throw new UsageError(`${absolutePath} has changed meanwhile: run --fix again.`);
  // The rename that puts the new text into place asks for no permission of the file that was there.
  await access(target, constants.W_OK).catch((error: unknown) => {
    throw asWriteError(error, { where: target, instead });
  });
  return { target, text: mark + text };
}
