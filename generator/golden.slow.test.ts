import { readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outputProblems } from './testing/output-problems.js';
import { checkWithTypeScript5 } from './typecheck/typescript-5.js';
import { Reporter } from './diagnostics/reporter.js';
import { locatorOf } from './load/locate.js';
import { load } from './load/load.js';
import { buildModel } from './model/build-model.js';
import { rendering } from './render/render.js';
import type { RenderedFile } from './render/rendered-file.js';
import { loadTemplates } from './render/templates.js';
import { validate } from './validate/validate.js';

const fixtures = join(import.meta.dirname, 'fixtures');
const features = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** Paths of all files in a folder; none where it does not exist yet. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** What depends on the messages; the rest of a package is the same for every catalog. */
const isGoldenCode = (path: string): boolean =>
  /^typescript\/(?:docs|src\/messages|src\/types|src\/validators\/(?!runtime\/))|\/(?:message-types|client)\.ts$/.test(
    path,
  );

/** What is rendered beside the code that a catalog names, without the library that a site searches with. */
const isGoldenDocument = ({ path, isRendered }: RenderedFile, targets: readonly string[]): boolean => {
  const [target = ''] = path.split('/');
  const isCode = target === 'typescript' && path !== 'typescript/llms.txt';
  return targets.length > 1 && isRendered && !isCode && targets.includes(target) && !path.endsWith('/search.js');
};

describe('Golden trees', () => {
  it.each(features.map(({ name }) => name))('%s', async (feature) => {
    const folder = join(fixtures, feature);
    const reporter = new Reporter(locatorOf);
    const catalog = validate(await load(join(folder, 'catalog'), reporter), reporter);
    const model = buildModel(catalog);
    const templates = await loadTemplates(join(import.meta.dirname, '../templates'));
    const files = rendering(model)(templates);
    expect(outputProblems(files, model, templates)).toEqual([]);
    expect(await checkWithTypeScript5(files)).toEqual([]);

    const golden = files.filter((file) => isGoldenCode(file.path) || isGoldenDocument(file, catalog.settings.targets));
    for (const { path, content } of golden) await expect(content).toMatchFileSnapshot(join(folder, 'expected', path));
    const expected = await filesIn(join(folder, 'expected'));
    expect(expected.filter((path) => !golden.some((file) => file.path === path))).toEqual([]);
  });
});
