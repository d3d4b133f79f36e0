import { appendFile, cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckOptions, Compiler } from './typecheck/compiler.js';
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

/** Finds what it is told to find, and remembers what it was asked. */
class ToldCompiler implements Compiler {
  readonly asked: CheckOptions[] = [];

  constructor(readonly problems: readonly OutputProblem[] = []) {}

  prepare(): void {}

  async check(_: unknown, given: CheckOptions): Promise<readonly OutputProblem[]> {
    this.asked.push(given);
    return this.problems;
  }

  async close(): Promise<void> {}
}

describe('generate', () => {
  it.each([true, false])('with check: %j, asks TypeScript 5 too only then', async (check) => {
    const compiler = new ToldCompiler();
    await generate({ ...options, check }, { compiler });
    expect(compiler.asked.map(({ withTypeScript5 }) => withTypeScript5)).toEqual([check]);
  });

  it('writes nothing where what was rendered is wrong', async () => {
    const compiler = new ToldCompiler([{ path: 't/a.ts', template: 't/a.ts.hbs', line: 1, message: 'Wrong.' }]);
    await expect(generate(options, { compiler })).rejects.toThrow(OutputError);
    expect(await readdir(folder)).toEqual(['catalog']);
  });

  it('tells a mistake in an example, which is checked after code is made, and writes nothing', async () => {
    await appendFile(
      join(options.catalog, 'messages/demo/demo-request.yaml'),
      'examples:\n  - { title: Wrong, payload: 1 }\n',
    );
    await expect(generate(options, { compiler: new ToldCompiler() })).rejects.toThrow(CatalogError);
    expect(await readdir(folder)).toEqual(['catalog']);
  });
});
