import { access, chmod, constants, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { groupBy } from '../group-by.js';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { load } from '../load/load.js';
import type { CatalogSource, SourceFile } from '../load/source.js';
import type { Catalog } from '../catalog/catalog.js';
import { CatalogError } from '../diagnostics/diagnostic.js';
import { pluralize } from '../text/pluralize.js';
import { UsageError } from '../usage-error.js';
import type { Fix } from '../validate/rule.js';
import { validate } from '../validate/validate.js';
import { deferSignals } from '../write/defer-signals.js';
import { asWriteError } from '../write/write-error.js';
import { addKeywords } from './add-keywords.js';
import { lintFindings } from './lint.js';

/** Bytes that some editors put before UTF-8; reading drops them. */
const byteOrderMark = '\uFEFF';

/** A file that fixes change; nothing is on the disk yet. */
interface FixedFile {
  readonly file: SourceFile;
  /** Its text as it is to be. */
  readonly text: string;
}

/** What fixing did. */
export interface FixResult {
  /** What was added. */
  readonly fixed: readonly Fix[];
  /** How many could not be, though their rule has a fix. */
  readonly leftOut: number;
  /** Absolute paths of the files that were written. */
  readonly files: readonly string[];
}

/**
 * Fixes what lint finds where a program can decide, except in files with errors and those that depend on them.
 *
 * @throws {@link CatalogError} if the settings have an error, as they may except what would be fixed, or every message has one.
 * @throws {@link UsageError} if there is no catalog, or a file has changed meanwhile.
 * @throws {@link WriteError} if the operating system refuses to write.
 */
export async function fixCatalog(folder: string): Promise<FixResult> {
  const reporter = new Reporter(locatorOf);
  const source = await load(folder, reporter);
  const fixes = lintFindings(validPart(source, reporter)).flatMap(({ fix }) => fix ?? []);
  const { changed, leftOut } = applyFixes(fixes);
  await saveFixes(changed);
  return {
    fixed: fixes.filter((fix) => !leftOut.includes(fix)),
    leftOut: leftOut.length,
    files: changed.map(({ file }) => file.absolutePath),
  };
}

/** The catalog without the files that have an error. */
function validPart(source: CatalogSource, reporter: Reporter): Catalog {
  try {
    return validate(source, reporter);
  } catch (error) {
    const isValid = (file: SourceFile): boolean => !reporter.has(file);
    const [messages, types] = [source.messages.filter(isValid), source.types.filter(isValid)];
    const isLess = messages.length < source.messages.length || types.length < source.types.length;
    const isUsable = isValid(source.settings) && isLess && messages.length > 0;
    if (!(error instanceof CatalogError) || !isUsable) throw error;
    return validPart({ ...source, messages, types }, new Reporter(locatorOf));
  }
}

/** Applies as many fixes to the files of a valid catalog as change nothing else there. */
export function applyFixes(fixes: readonly Fix[]): { changed: FixedFile[]; leftOut: readonly Fix[] } {
  const fixed = [...groupBy(fixes, (fix) => fix.file)].map(([file, own]) => ({ file, ...addKeywords(file.text, own) }));
  return {
    changed: fixed.filter(({ file, text }) => text !== file.text),
    leftOut: fixed.flatMap(({ leftOut }) => leftOut),
  };
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
