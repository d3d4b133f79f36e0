import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildModel } from '../model/build-model.js';
import { rendering } from '../render/render.js';
import { loadTemplates } from '../render/templates.js';
import { catalogOf, type CatalogTexts } from '../testing/catalog-texts.js';
import { diagnose } from '../testing/diagnose.js';
import { outputProblems } from '../testing/output-problems.js';
import { hasSuite, suiteGroups } from '../testing/test-suite.js';

/** Each schema of the suite as the payload of a message. */
const messages = suiteGroups().map(({ file, description, schema }, index) => ({
  title: `${file}: ${description}`,
  path: `messages/group-${index}.yaml`,
  text: JSON.stringify({ name: `group-${index}`, description: 'Is tested.', payload: schema }),
}));

const textsOf = (some: typeof messages): CatalogTexts => Object.fromEntries(some.map(({ path, text }) => [path, text]));

/** What is wrong with messages, as `path:line:column rule: message`. */
const problems = hasSuite ? diagnose(textsOf(messages)) : [];

describe.skipIf(!hasSuite)('The schemas of the official test suite (libtest-json-schema-acceptance-perl)', () => {
  it('are accepted, but for dynamic references', () => {
    expect(messages.length).toBeGreaterThan(250);
    const allowed = /^\S+ static-reference: /;
    const titles = new Map(messages.map(({ path, title }) => [path, title]));
    const refused = problems.filter((line) => !allowed.test(line));
    expect(refused.map((line) => [titles.get(line.slice(0, line.indexOf(':'))), line])).toEqual([]);
  });

  it('make a package that compiles', { timeout: 120_000 }, async () => {
    const isAccepted = (path: string): boolean => !problems.some((line) => line.startsWith(`${path}:`));
    const catalog = catalogOf(textsOf(messages.filter(({ path }) => isAccepted(path))));
    const templates = await loadTemplates(join(import.meta.dirname, '../../templates'));
    const model = buildModel(catalog);
    expect(outputProblems(rendering(model)(templates), model, templates)).toEqual([]);
  });
});
