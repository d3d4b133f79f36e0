import { access, chmod, constants, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { SourceFile } from '../load/source.js';
import { pluralize } from '../text/pluralize.js';
import { UsageError } from '../usage-error.js';
import { deferSignals } from '../write/defer-signals.js';
import { asWriteError } from '../write/write-error.js';

/** Bytes that some editors put before UTF-8; reading drops them. */
const byteOrderMark = '\uFEFF';

/** A file that fixes change; nothing is on the disk yet. */
export interface FixedFile {
  readonly file: SourceFile;
  /** Its text as it is to be. */
  readonly text: string;
}

/**
 * Writes the files that fixes changed, each whole or not at all.
 *
 * @throws {@link UsageError} if one of the files has changed on the disk meanwhile; then none is written.
 * @throws {@link WriteError} if the operating system refuses; it says how many were written.
 */
export async function saveFixes(files: readonly FixedFile[]): Promise<void> {
  const writes: { readonly target: string; readonly text: string }[] = [];
  for (const { file, text } of files) {
    // A link may lead to the file.
    const target = await realpath(file.absolutePath);
    const current = await readFile(target, 'utf8');
    const mark = current.startsWith(byteOrderMark) ? byteOrderMark : '';
    if (current !== mark + file.text)
      throw new UsageError(`${file.absolutePath} has changed meanwhile: run --fix again.`);
    // The rename that puts the new text into place asks for no permission of the file that was there.
    await access(target, constants.W_OK).catch((error: unknown) => refuse(error, target));
    writes.push({ target, text: mark + text });
  }
  await deferSignals(async () => {
    for (const [done, { target, text }] of writes.entries()) {
      const state = done === 0 ? {} : { state: `${done} of ${pluralize(writes.length, 'file')} are fixed.` };
      await replaceFile(target, text).catch((error: unknown) => refuse(error, target, state));
    }
  });
}

/** By a file beside it and a rename, so that a reader sees the old content or the new one. */
async function replaceFile(target: string, text: string): Promise<void> {
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text);
    await chmod(temporary, (await stat(target)).mode);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function refuse(error: unknown, where: string, state: { state?: string } = {}): never {
  throw asWriteError(error, { where, instead: 'run without --fix', ...state });
}
