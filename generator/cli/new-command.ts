import { relative, resolve } from 'node:path';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { load } from '../load/load.js';
import { createFiles } from '../scaffold/create-files.js';
import { scaffold } from '../scaffold/scaffold.js';

/** Flags of `new`. */
export interface NewFlags {
  readonly catalog: string;
  readonly domain?: string;
  readonly withOutcome?: boolean;
}

/**
 * Writes the file of a new message, and says where it is.
 *
 * @throws {@link UsageError} if there is no catalog, or it cannot take a message of that name.
 * @throws {@link WriteError} if the file cannot be written.
 */
export async function newCommand(name: string, flags: NewFlags, folder: string): Promise<void> {
  const { catalog, domain, withOutcome = false } = flags;
  const source = await load(resolve(folder, catalog), new Reporter(locatorOf));
  const files = scaffold(source, { name, withOutcome, project: folder, ...(domain !== undefined && { domain }) });
  await createFiles(files, source.folder);
  for (const { absolutePath } of files) process.stdout.write(`Created ${relative(folder, absolutePath)}\n`);
  process.stdout.write('Say what it is for and which fields it has; then run worker-codegen validate, and generate.\n');
}
