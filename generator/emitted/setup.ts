import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { generate } from '../generate.js';

const run = promisify(execFile);

declare module 'vitest' {
  interface ProvidedContext {
    /** The emitted package, built. */
    readonly packageFolder: string;
    /** The emitted package, packed. */
    readonly tarball: string;
  }
}

/** Generates, builds and packs the package of this repository's catalog once for all tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = project.config.root;
  const folder = await mkdtemp(join(tmpdir(), 'emitted-'));
  await generate({ catalog: join(root, 'catalog'), out: folder, templates: join(root, 'templates'), check: false });
  const packageFolder = join(folder, 'typescript');
  // Stands in for an npm install of the package's development dependencies.
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const path = `${join(root, 'node_modules/.bin')}:${process.env['PATH']}`;
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: packageFolder,
    env: { ...process.env, PATH: path },
  });
  const filename = /"filename": "([^"]+)"/.exec(stdout)?.[1] ?? '';
  project.provide('packageFolder', packageFolder);
  project.provide('tarball', join(folder, filename));
  return () => rm(folder, { recursive: true });
}
