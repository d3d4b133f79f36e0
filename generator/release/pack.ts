import { execFile } from 'node:child_process';
import { cp, symlink } from 'node:fs/promises';
import { basename, delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { toolFolder } from '../installation.js';

const run = promisify(execFile);

/** A packed package. */
export interface PackedPackage {
  /** Folder in which the package was built. */
  readonly folder: string;
  /** Path of the tarball. */
  readonly tarball: string;
  /** Bytes of the tarball. */
  readonly size: number;
  /** What the tarball holds; sizes are in bytes. */
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

interface PackResult {
  readonly filename: string;
  readonly size: number;
  readonly files: PackedPackage['files'];
}

/**
 * Builds and packs a generated package, in a copy of its folder, with the compiler of this project: nothing is installed, and
 * the folder stays as it is.
 *
 * @param source - Folder of the package.
 * @param work - An empty folder that receives the copy and the tarball.
 * @throws Error if npm or the compiler fails, with what they said.
 */
export async function pack(source: string, work: string): Promise<PackedPackage> {
  const folder = join(work, 'package');
  await cp(source, folder, { recursive: true, filter: (path) => !['dist', 'node_modules'].includes(basename(path)) });
  const modules = join(toolFolder, 'node_modules');
  await symlink(modules, join(work, 'node_modules'), 'junction');
  const env = { ...process.env, PATH: `${join(modules, '.bin')}${delimiter}${process.env['PATH'] ?? ''}` };
  await run('npm', ['run', 'build'], { cwd: folder, env });
  const options = ['--json', '--ignore-scripts', '--pack-destination', work];
  const { stdout } = await run('npm', ['pack', ...options], { cwd: folder, env });
  const [result] = Object.values(JSON.parse(stdout) as Record<string, PackResult>);
  if (result === undefined) throw new Error(`npm pack told nothing of ${source}.`);
  return { folder, tarball: join(work, result.filename), size: result.size, files: result.files };
}
