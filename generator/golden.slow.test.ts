import { readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outputProblems } from './testing/output-problems.js';
import { checkWithTypeScript5 } from './typecheck/typescript-5.js';
import type { Catalog } from './catalog/catalog.js';
import { Reporter } from './diagnostics/reporter.js';
import { locatorOf } from './load/locate.js';
import { getOrInsert } from './lazy.js';
import { load } from './load/load.js';
import { buildModel } from './model/build-model.js';
import type { Model } from './model/model.js';
import { rendering } from './render/render.js';
import type { RenderedFile } from './render/rendered-file.js';
import { loadTemplates, type TemplateFile } from './render/templates.js';
import { validate } from './validate/validate.js';

const fixtures = join(import.meta.dirname, 'fixtures');
const features = readdirSync(fixtures, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? entry.name : [],
);

interface Rendered {
  readonly catalog: Catalog;
  readonly model: Model;
  readonly templates: readonly TemplateFile[];
  readonly files: readonly RenderedFile[];
}

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

/** What the catalog of a feature yields. */
async function renderFeature(feature: string): Promise<Rendered> {
  const reporter = new Reporter(locatorOf);
  const catalog = validate(await load(join(fixtures, feature, 'catalog'), reporter), reporter);
  const model = buildModel(catalog);
  const templates = await loadTemplates(join(import.meta.dirname, '../templates'));
  return { catalog, model, templates, files: rendering(model)(templates) };
}

const rendered = new Map<string, Promise<Rendered>>();
const renderedOf = (feature: string): Promise<Rendered> => getOrInsert(rendered, feature, () => renderFeature(feature));

describe('Golden trees', () => {
  it.each(features)('%s', async (feature) => {
    const { catalog, model, templates, files } = await renderedOf(feature);
    expect(outputProblems(files, model, templates)).toEqual([]);

    const expected = join(fixtures, feature, 'expected');
    const golden = files.filter((file) => isGoldenCode(file.path) || isGoldenDocument(file, catalog.settings.targets));
    for (const { path, content } of golden) await expect(content).toMatchFileSnapshot(join(expected, path));
    const paths = await filesIn(expected);
    expect(paths.filter((path) => !golden.some((file) => file.path === path))).toEqual([]);
  });

  it('compile with TypeScript 5, each in a folder of one program, which reads the libraries once', async () => {
    const all = await Promise.all(
      features.map(async (feature) => {
        const { files } = await renderedOf(feature);
        return files.map((file) => ({ ...file, path: `${feature}/${file.path}` }));
      }),
    );
    expect(await checkWithTypeScript5(all.flat())).toEqual([]);
  });
});
