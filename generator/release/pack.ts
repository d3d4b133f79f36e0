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
  /** Checksum of the tarball, as registries have it. */
  readonly integrity: string;
  /** Bytes of the tarball. */
  readonly size: number;
  /** What the tarball holds; sizes are in bytes. */
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

interface PackResult extends Pick<PackedPackage, 'integrity' | 'size' | 'files'> {
  readonly filename: string;
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
  return packBuilt(folder, work);
}

/**
 * Packs a package that is built; the same files give the same bytes.
 *
 * @param folder - Folder of the package.
 * @param work - A folder that receives the tarball.
 * @throws Error if npm fails, with what it said.
 */
export async function packBuilt(folder: string, work: string): Promise<PackedPackage> {
  const options = ['--json', '--ignore-scripts', '--pack-destination', work];
  const { stdout } = await run('npm', ['pack', ...options], { cwd: folder });
  const [result] = Object.values(JSON.parse(stdout) as Record<string, PackResult>);
  if (result === undefined) throw new Error(`npm pack reported nothing of ${folder}.`);
  const { filename, ...packed } = result;
  return { folder, tarball: join(work, filename), ...packed };
}
