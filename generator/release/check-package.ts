import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { toolFolder } from '../installation.js';
import { contentProblems } from './contents.js';
import type { PackedPackage } from './pack.js';
import { ReleaseError } from './release-error.js';
import type { ReleasePackage } from './release-packages.js';

const run = promisify(execFile);

/** What a manifest says of how a package is loaded. */
interface Entries {
  readonly name: string;
  readonly main?: string;
  readonly exports?: Readonly<Record<string, unknown>> | string;
}

/**
 * Checks a tarball as those will have it who install it: what it holds, `publint`, `attw`, and for a generated package that each of
 * its entries can be imported and required.
 *
 * @param packed - What was packed.
 * @param released - What it must be.
 * @param work - A folder for what is installed.
 * @throws {@link ReleaseError} if something is wrong with it; the message says all of it.
 */
export async function checkPackage(packed: PackedPackage, released: ReleasePackage, work: string): Promise<void> {
  const { tarball, folder } = packed;
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Entries;
  const isImported = manifest.exports !== undefined || manifest.main !== undefined;
  const found = await Promise.all([
    contentProblems(packed, released),
    outputOf('publint', ['--strict', tarball]),
    isImported ? outputOf('attw', [tarball, '--profile', released.profile, '--no-color', '--no-emoji']) : [],
    isImported && released.isGenerated ? entryProblems(packed, manifest, join(work, 'installed')) : [],
  ]);
  const problems = found.flat();
  if (problems.length > 0) throw new ReleaseError(`The tarball is not as it should be:\n${problems.join('\n')}`);
}

/** What a checker reports of a package; nothing where all is well. */
async function outputOf(program: string, options: readonly string[]): Promise<string[]> {
  return run(join(toolFolder, 'node_modules/.bin', program), options).then(
    () => [],
    ({ stdout, stderr }: { stdout: string; stderr: string }) => [`${program}:\n${indent(stdout + stderr)}`],
  );
}

/** Installs the tarball as users do, and loads each entry by its name in both kinds of modules. */
async function entryProblems(
  { tarball }: PackedPackage,
  { name, exports }: Entries,
  folder: string,
): Promise<string[]> {
  const names = Object.entries(typeof exports === 'object' ? exports : { '.': exports })
    .filter(([entry, target]) => target !== null && !entry.includes('*') && !entry.endsWith('.json'))
    .map(([entry]) => JSON.stringify(name + entry.slice(1)));
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'installed', private: true }));
  await writeFile(join(folder, 'import.mjs'), names.map((entry) => `import ${entry};\n`).join(''));
  await writeFile(join(folder, 'require.cjs'), names.map((entry) => `require(${entry});\n`).join(''));
  const options = ['--offline', '--no-audit', '--no-fund', '--omit=optional', '--omit=peer', '--ignore-scripts'];
  await run('npm', ['install', ...options, tarball], { cwd: folder });
  const found: string[] = [];
  for (const file of ['import.mjs', 'require.cjs']) {
    await run(process.execPath, [file], { cwd: folder }).catch(({ stderr }: { stderr: string }) => {
      found.push(`The installed package cannot be loaded by ${file}:\n${indent(stderr)}`);
    });
  }
  return found;
}

const indent = (text: string): string => text.trimEnd().replaceAll(/^(?=.)/gm, '  ');
