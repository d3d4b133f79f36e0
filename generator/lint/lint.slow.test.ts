import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CatalogError } from '../diagnostics/diagnostic.js';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { schemasFolder } from '../installation.js';
import { catalogOf, sourceOf, type CatalogTexts } from '../testing/catalog-texts.js';
import { rules as validationRules } from '../validate/rules.js';
import { validate } from '../validate/validate.js';
import { lint, lintFindings } from './lint.js';
import { pointerText } from '../schema/pointer.js';
import { rulesDocument, switchingExample } from '../testing/rules-document.js';
import { lintRules } from './rules.js';
import { message } from '../testing/lint-cases.js';

const findingsOf = (texts: CatalogTexts, rule?: string): string[] =>
  lintFindings(catalogOf(texts))
    .filter((finding) => rule === undefined || finding.rule === rule)
    .map(({ file, path }) => `${file.path}#${pointerText(path)}`);

it('Each rule is a file of its name, its cases beside it', () => {
  const names = lintRules.flatMap(({ id }) => [`${id}.ts`, `${id}.test.ts`]);
  expect(readdirSync(join(import.meta.dirname, 'rules')).toSorted()).toEqual(names.toSorted());
});

describe('The table of rules', () => {
  it('is what the documentation shows', async () => {
    await expect(rulesDocument(lintRules)).toMatchFileSnapshot('RULES.md');
  });

  it('comes with an example of catalog.yaml that is valid, and does what it says', () => {
    const path = 'messages/parser/parse-request.yaml';
    const texts = {
      [path]: message('parse-request', 'properties: { token: { type: string } }'),
      'catalog.yaml': `title: Demo\nversion: 1.0.0\n${switchingExample}`,
    };
    expect(findingsOf(texts, 'secret-marked')).toEqual([]);
    expect(findingsOf(texts, 'example-per-request')).toEqual([]);
    expect(findingsOf(texts, 'existing-exception')).toEqual([]);
    expect(findingsOf({ [path]: texts[path] ?? '' }, 'secret-marked')).toHaveLength(1);
  });

  it('is what catalog.yaml can set', () => {
    const schema = JSON.parse(readFileSync(join(schemasFolder, 'catalog.schema.json'), 'utf8')) as {
      properties: { lint: { properties: { rules: { properties: Record<string, { deprecated?: true }> } } } };
    };
    const settable = Object.entries(schema.properties.lint.properties.rules.properties)
      .filter(([, { deprecated }]) => deprecated !== true)
      .map(([id]) => id);
    const acceptable = validationRules.filter(({ isAcceptable }) => isAcceptable);
    expect(settable.sort()).toEqual([...lintRules, ...acceptable].map(({ id }) => id).sort());
  });
});

const bare = { 'messages/demo/sync-request.yaml': message('sync-request', 'type: object') };
const withSettings = (lintSettings: string): CatalogTexts => ({
  ...bare,
  'catalog.yaml': `title: Demo\nversion: 1.0.0\nlint: { rules: { ${lintSettings} } }\n`,
});

describe('catalog.yaml switches rules', () => {
  const found = ['messages/demo/sync-request.yaml#/name'];
  const except = (path: string): string => `example-per-request: { except: [{ path: '${path}', reason: later }] }`;

  it.each([
    { what: 'none', rules: '', want: found },
    { what: 'another one off', rules: 'used-type: { off: true, reason: later }', want: found },
    { what: 'off', rules: 'example-per-request: { off: true, reason: later }', want: [] },
    { what: 'off in a file', rules: except('messages/demo/sync-request.yaml'), want: [] },
    { what: 'off in a folder', rules: except('messages/demo/'), want: [] },
    { what: 'off in a part of a file', rules: except('messages/demo/sync-request.yaml#/name'), want: [] },
    { what: 'a rule that is gone', rules: 'analysed-schema: { off: true, reason: later }', want: found },
    { what: 'off in another part', rules: except('messages/demo/sync-request.yaml#/payload'), want: found },
    { what: 'off where a name only begins alike', rules: except('messages/dem'), want: found },
  ])('$what', ({ rules, want }) => {
    expect(findingsOf(withSettings(rules), 'example-per-request')).toEqual(want);
  });

  it.each([
    { what: 'no reason', rules: 'used-type: { off: true }', want: /With "off" comes "reason"/ },
    { what: 'a reason for nothing', rules: 'used-type: { reason: x }', want: /With "reason" comes "off"/ },
    {
      what: 'an exception without a reason',
      rules: 'used-type: { except: [{ path: types }] }',
      want: /"reason" is missing/,
    },
    { what: 'off: false', rules: 'used-type: { off: false, reason: x }', want: /Only true may stand here, not false/ },
    { what: 'a misspelt rule', rules: 'use-type: { off: true, reason: x }', want: /Did you mean "used-type"\?/ },
  ])('and refuses $what', ({ rules, want }) => {
    const reporter = new Reporter(locatorOf);
    expect(() => validate(sourceOf(withSettings(rules)), reporter)).toThrow(CatalogError);
    expect(reporter.diagnostics.map((diagnostic) => diagnostic.message)).toEqual([expect.stringMatching(want)]);
  });
});

it('Lint reports warnings, at their places', () => {
  const reporter = new Reporter(locatorOf);
  lint(catalogOf(bare), reporter);
  expect(() => reporter.throwIfErrors()).not.toThrow();
  expect(reporter.diagnostics).toEqual([
    expect.objectContaining({
      rule: 'example-per-request',
      severity: 'warning',
      start: { line: 1, column: 7 },
      message: 'sync-request has no example: add one under examples, with a title and a payload.',
    }),
  ]);
});
