import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Step } from './plan.js';
import { publish, type Publication } from './publish.js';
import { ReleaseError } from './release-error.js';

/** What is to become of a plan. */
export interface FinishOptions {
  readonly isDryRun: boolean;
  /** Folder that receives the tarball and the list of what is left to publish. */
  readonly packTo?: string;
  readonly report: (line: string) => void;
}

/** Name of the file that lists what is left to publish: a line each, its parts separated by tabs. */
const planName = 'publish.tsv';

/**
 * Does what is planned: reports it, leaves it for another job, or publishes. Where one registry fails, the others still get
 * the package, and the next run finishes what is left.
 *
 * @param folder - Where npm runs.
 * @throws {@link ReleaseError} if a registry does not take the package.
 */
export async function finish(
  publication: Publication,
  steps: readonly Step[],
  folder: string,
  options: FinishOptions,
): Promise<void> {
  const { isDryRun, packTo, report } = options;
  const subject = `${publication.name} ${publication.version}`;
  for (const { registry, tag } of steps)
    if (tag === undefined) report(`${subject} is on ${registry.url} already, with the same content.`);
  const left = steps.flatMap(({ registry, tag }) => (tag === undefined ? [] : [{ registry, tag }]));
  if (packTo !== undefined) await leave(publication, left, packTo, report);
  else if (isDryRun)
    for (const step of left) report(`Dry run: ${subject} would go to ${step.registry.url}${suffix(step.tag)}.`);
  else await publishAll(publication, left, folder, report);
}

type OpenStep = Step & { readonly tag: string };

const suffix = (tag: string): string => (tag === 'latest' ? '' : `, under the tag ${tag}`);

async function leave(
  { name, version, packed }: Publication,
  steps: readonly OpenStep[],
  packTo: string,
  report: FinishOptions['report'],
): Promise<void> {
  await mkdir(packTo, { recursive: true });
  const file = basename(packed.tarball);
  await copyFile(packed.tarball, join(packTo, file));
  const lines = steps.map(({ registry, tag }) => [file, name, version, packed.integrity, registry.url, tag].join('\t'));
  await writeFile(join(packTo, planName), lines.map((line) => `${line}\n`).join(''));
  for (const { registry, tag } of steps) report(`${name} ${version} is ready for ${registry.url}${suffix(tag)}.`);
}

async function publishAll(
  publication: Publication,
  steps: readonly OpenStep[],
  folder: string,
  report: FinishOptions['report'],
): Promise<void> {
  const { name, version } = publication;
  const problems: string[] = [];
  for (const { registry, tag } of steps) {
    try {
      await publish(publication, tag, { name, registry, folder });
      report(`Published ${name} ${version} to ${registry.url}${suffix(tag)}.`);
    } catch (error) {
      if (!(error instanceof ReleaseError)) throw error;
      problems.push(error.message);
    }
  }
  if (problems.length === 0) return;
  const rest = problems.length < steps.length ? ' The others have it; run again to finish.' : '';
  throw new ReleaseError(`${name} ${version} is not everywhere.${rest}\n${problems.join('\n')}`);
}
