import { writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { addSection } from '../changelog/add-section.js';
import { releaseNotes } from '../changelog/release-notes.js';
import { diffVersions } from '../diff/diff-versions.js';
import { isTooLow, neededVersion } from '../diff/needed-version.js';
import { changelogName } from '../load/catalog-parts.js';
import { buildModel } from '../model/build-model.js';
import { UsageError } from '../usage-error.js';
import { asWriteError } from '../write/write-error.js';
import { withProgress } from './progress.js';

/** Flags of `changelog`. */
export interface ChangelogFlags {
  readonly catalog: string;
  /** Day of the release, as `2027-01-31`. Default: today, in UTC. */
  readonly date?: string;
}

/**
 * Adds what changed since a version, by default the last release, to the changelog that goes into the package.
 *
 * @throws {@link UsageError} if there is no such version, the catalog's is too low, or has a section already.
 * @throws {@link CatalogError} if one of the catalogs has an error.
 * @throws {@link WriteError} if the changelog cannot be written.
 */
export async function changelogCommand(
  before: string | undefined,
  { catalog, date = new Date().toISOString().slice(0, 10) }: ChangelogFlags,
  folder: string,
): Promise<void> {
  const found = await withProgress(true, async (report) =>
    diffVersions({ before, catalog, folder, report, today: date }),
  );
  const { report } = found.diff;
  if (report.after === report.before || isTooLow(report)) {
    const needed = report.bump === 'none' ? `more than ${report.before}` : `${neededVersion(report)} or more`;
    throw new UsageError(
      `Set the version of the release in catalog.yaml first, ${needed}: worker-codegen diff says why, and with --write sets it.`,
    );
  }
  const path = join(resolve(folder, catalog), changelogName);
  const shown = relative(folder, path);
  const notes = releaseNotes({ report, before: buildModel(found.before), after: buildModel(found.after), date });
  const changelog = addSection(found.after.changelog, notes, report.after);
  if (changelog === undefined)
    throw new UsageError(`${shown} has a section of ${report.after} already: remove it to have it written again.`);
  await writeFile(path, changelog).catch((error: unknown) => {
    throw asWriteError(error, { where: shown, instead: 'change its permissions' });
  });
  process.stdout.write(
    `${shown} says what changes from ${report.before} to ${report.after}. Edit its words where you like, then generate.\n`,
  );
}
