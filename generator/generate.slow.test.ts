import { appendFile, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Compiler } from './typecheck/compiler.js';
import { OutputError } from './typecheck/output-error.js';
import type { OutputProblem } from './typecheck/output-error.js';
import { CatalogError } from './diagnostics/diagnostic.js';
import { generate, type GenerateOptions } from './generate.js';
import { defaultTemplatesFolder } from './installation.js';

let folder: string;
let options: GenerateOptions;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'worker-codegen-generate-'));
  await cp(join(import.meta.dirname, 'fixtures/received-types/catalog'), join(folder, 'catalog'), { recursive: true });
  options = {
    catalog: join(folder, 'catalog'),
    out: join(folder, 'out'),
    templates: [defaultTemplatesFolder],
    check: false,
  };
});
afterEach(() => rm(folder, { recursive: true }));

/** Finds what a test says. */
class TestCompiler implements Compiler {
  constructor(readonly problems: readonly OutputProblem[] = []) {}

  prepare(): void {}

  async check(): Promise<readonly OutputProblem[]> {
    return this.problems;
  }

  async close(): Promise<void> {}
}

describe('generate', () => {
  it('asks TypeScript 5 too with check alone', async () => {
    const templates = join(folder, 'templates');
    await mkdir(join(templates, 'own'), { recursive: true });
    await writeFile(join(templates, 'own/a.ts.hbs'), 'export const a: string = 1;\n');
    const run = (check: boolean): Promise<unknown> =>
      generate({ ...options, templates: [templates], targets: ['own'], check }, { compiler: new TestCompiler() });
    await expect(run(true)).rejects.toThrow("Type 'number' is not assignable to type 'string'.");
    await expect(run(false)).resolves.toMatchObject({ targets: ['own'] });
  });

  it('writes nothing where what was rendered is wrong', async () => {
    const compiler = new TestCompiler([{ path: 't/a.ts', template: 't/a.ts.hbs', line: 1, message: 'Wrong.' }]);
    await expect(generate(options, { compiler })).rejects.toThrow(OutputError);
    expect(await readdir(folder)).toEqual(['catalog']);
  });

  it('tells a mistake in an example, which is checked after code is made, and writes nothing', async () => {
    await appendFile(
      join(options.catalog, 'messages/demo/demo-request.yaml'),
      'examples:\n  - { title: Wrong, payload: 1 }\n',
    );
    await expect(generate(options, { compiler: new TestCompiler() })).rejects.toThrow(CatalogError);
    expect(await readdir(folder)).toEqual(['catalog']);
  });
});
