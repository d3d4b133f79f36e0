import { readFile, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Catalog } from '../catalog/catalog.js';
import type { ChangeReport, Diff } from '../diff/change-report.js';
import { githubDiff } from '../diff/formats/github.js';
import { markdownDiff } from '../diff/formats/markdown.js';
import { prettyDiff } from '../diff/formats/pretty.js';
import { isTooLow, neededVersion } from '../diff/needed-version.js';
import { diffVersions } from '../diff/diff-versions.js';
import { locatorOf } from '../load/locate.js';
import { escapeJson } from '../text/escape.js';
import { terminalInfo } from '../text/terminal.js';
import { UsageError } from '../usage-error.js';
import { asWriteError } from '../write/write-error.js';
import type { DiffFormat } from './diff-formats.js';
import { withProgress } from './progress.js';
import { Failure } from './run.js';

/** Flags of `diff`. */
export interface DiffFlags {
  readonly catalog: string;
  readonly format: DiffFormat;
  readonly all?: boolean;
  readonly strict?: boolean;
  readonly write?: boolean;
  /** The day on which waivers must hold. Default: today, in UTC. */
  readonly today?: string;
}

/**
 * Prints what changed from the last release, or another version, to the catalog, or another.
 *
 * @throws {@link Failure} if the version after is lower than the changes need, or something has to be waived.
 * @throws {@link UsageError} if there is no such version, or `--write` goes with one after.
 * @throws {@link CatalogError} if one of the catalogs has an error.
 * @throws {@link WriteError} if the version cannot be set.
 */
export async function diffCommand(
  before: string | undefined,
  after: string | undefined,
  flags: DiffFlags,
  folder: string,
): Promise<void> {
  const { format, write = false, catalog, ...rest } = flags;
  if (write && after !== undefined)
    throw new UsageError('--write sets the version of the working catalog: leave out [after].');
  const { diff, after: is } = await withProgress(format === 'pretty', async (report) =>
    diffVersions({ ...rest, before, after, catalog, folder, report }),
  );
  const written =
    write && isTooLow(diff.report) ? await writeVersion(is, neededVersion(diff.report), folder) : undefined;
  const shown = { ...diff, report: { ...diff.report, after: written ?? diff.report.after } };
  process.stdout.write(print(shown, format, folder, is));
  if (isTooLow(shown.report) || diff.problems.length > 0) throw new Failure();
}

function print(diff: Diff, format: DiffFormat, folder: string, catalog: Catalog): string {
  switch (format) {
    case 'json':
      return `${escapeJson(diff.report satisfies ChangeReport)}\n`;
    case 'markdown':
      return markdownDiff(diff);
    case 'github':
      return githubDiff(diff, folder, catalog.settingsFile);
    case 'pretty':
      return prettyDiff(diff, terminalInfo(process.stdout), folder);
  }
}

/** Sets the version in `catalog.yaml`; everything else in it stays, comments too. */
async function writeVersion({ settingsFile }: Catalog, version: string, folder: string): Promise<string> {
  const text = await readFile(settingsFile.absolutePath, 'utf8');
  const [start, end] = locatorOf(text)(['version'], 'value');
  const quote = /^["']/.exec(text.slice(start, end))?.[0] ?? '';
  const written = `${text.slice(0, start)}${quote}${version}${quote}${text.slice(end)}`;
  await writeFile(settingsFile.absolutePath, written).catch((error: unknown) => {
    const where = relative(folder, settingsFile.absolutePath);
    throw asWriteError(error, { where, instead: `set version: ${version} in it yourself` });
  });
  return version;
}
