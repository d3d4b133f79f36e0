import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { withCompiler } from '../typecheck/compiler.js';
import { generate } from '../generate.js';
import { pack } from '../release/pack.js';
import { installTarball } from './scratch.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The emitted package, built. */
    readonly packageFolder: string;
    /** The emitted package, packed. */
    readonly tarball: string;
  }
}

/** Generates, builds, packs and installs the package of this repository's catalog once for all tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = project.config.root;
  const folder = await mkdtemp(join(tmpdir(), 'emitted-'));
  const options = { catalog: join(root, 'catalog'), out: folder, templates: [join(root, 'templates')], check: false };
  await withCompiler((compiler) => generate(options, { compiler }));
  // What is packed has the modules of this repository beside it, which what is installed must not see.
  const packing = join(folder, 'packing');
  await mkdir(packing);
  const packed = await pack(join(folder, 'typescript'), packing);
  await installTarball(packed.tarball);
  project.provide('packageFolder', packed.folder);
  project.provide('tarball', packed.tarball);
  return () => rm(folder, { recursive: true });
}
