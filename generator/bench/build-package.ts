import { execFile } from 'node:child_process';
import { cp, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { toolFolder } from '../installation.js';

const run = promisify(execFile);

/**
 * Builds the generated package in a copy of its folder.
 *
 * @param folder - An empty folder that receives the copy.
 * @returns Where the package is.
 */
export async function buildPackage(folder: string): Promise<string> {
  const packageFolder = join(folder, 'typescript');
  await cp(join(toolFolder, 'generated/typescript'), packageFolder, { recursive: true });
  await symlink(join(toolFolder, 'node_modules'), join(folder, 'node_modules'));
  const path = `${join(toolFolder, 'node_modules/.bin')}:${process.env['PATH']}`;
  await run('npm', ['run', 'build'], { cwd: packageFolder, env: { ...process.env, PATH: path } });
  return packageFolder;
}
