import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = process.cwd();

/** A project that has installed the packed package, as a user's has. */
export interface ScratchProject extends AsyncDisposable {
  readonly folder: string;
  /** Writes a file of the project. */
  write(path: string, content: string): Promise<void>;
  /** Type-checks the project. Resolves with what the compiler says; nothing where all is well. */
  typeCheck(options: CompilerOptions): Promise<string>;
  /** Runs a file with Node, in an environment, with arguments. Resolves with its standard output. */
  node(path: string, environment?: Record<string, string>, args?: readonly string[]): Promise<string>;
}

/** Options of the TypeScript compiler, as tsconfig.json has them. */
export type CompilerOptions = Readonly<Record<string, unknown>>;

/** Everything that TypeScript can be strict about. */
export const strictest: CompilerOptions = {
  target: 'ES2022',
  lib: ['ES2022'],
  types: ['node'],
  module: 'nodenext',
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  isolatedModules: true,
  noFallthroughCasesInSwitch: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noPropertyAccessFromIndexSignature: true,
  noUncheckedIndexedAccess: true,
  noUncheckedSideEffectImports: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  skipLibCheck: false,
};

/**
 * Installs a tarball, once for all projects that use it.
 *
 * @param tarball - The packed package.
 */
export async function installTarball(tarball: string): Promise<void> {
  const folder = installedFolder(tarball);
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'installed', private: true }));
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: folder });
}

/** Folder of what is installed of a tarball, beside that of the tarball, from where modules would be found. */
const installations = (tarball: string): string => join(dirname(tarball), '..');

const installedFolder = (tarball: string): string => join(installations(tarball), 'installed');

/** Where a tarball is installed with what else projects have, which is the same for all of them; made where it is not there. */
async function modulesWith(tarball: string, packages: readonly string[]): Promise<string> {
  const made = join(installations(tarball), ['installed-with', ...packages].join('-'), 'node_modules');
  if (existsSync(made)) return made;
  const folder = await mkdtemp(join(installations(tarball), 'making-'));
  const modules = join(folder, 'node_modules');
  await cp(join(installedFolder(tarball), 'node_modules'), modules, { recursive: true });
  await mkdir(join(modules, '@types'), { recursive: true });
  for (const name of ['@types/node', 'undici-types', ...packages])
    await symlink(join(root, 'node_modules', name), join(modules, name));
  // Another worker may have been faster: then that one's is used.
  await rename(folder, dirname(made)).catch((error: unknown) => {
    if (!existsSync(made)) throw error;
    return rm(folder, { recursive: true });
  });
  return made;
}

/**
 * Makes a project in an empty folder that has a tarball installed.
 *
 * @param tarball - The packed package, which {@link installTarball} has installed.
 * @param type - Module system of the project's files.
 * @param packages - Packages of this repository that the project has installed too.
 */
export async function createScratchProject(
  tarball: string,
  type: 'module' | 'commonjs',
  packages: readonly string[] = [],
): Promise<ScratchProject> {
  const folder = await mkdtemp(join(tmpdir(), 'scratch-'));
  const write = async (path: string, content: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  await write('package.json', JSON.stringify({ name: 'scratch', private: true, type }));
  await symlink(await modulesWith(tarball, packages), join(folder, 'node_modules'), 'junction');
  return {
    folder,
    write,
    async typeCheck(compilerOptions) {
      await write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['**/*.ts', '**/*.mts', '**/*.cts'] }));
      const tsc = join(root, 'node_modules/.bin/tsc');
      return run(tsc, ['-p', '.', '--pretty', 'false'], { cwd: folder }).then(
        () => '',
        (error: { stdout: string }) => error.stdout,
      );
    },
    async node(path, environment = {}, args = []) {
      const { stdout } = await run(process.execPath, [path, ...args], {
        cwd: folder,
        env: { PATH: process.env['PATH'], ...environment },
      });
      return stdout;
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}
