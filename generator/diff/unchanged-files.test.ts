import { describe, expect, it } from 'vitest';
import { bundleOf, sourceFromBundle } from '../catalog/bundle.js';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { catalogOf, type CatalogTexts } from '../testing/catalog-texts.js';
import { validate } from '../validate/validate.js';
import { changedMessages, filesOf, unchangedFiles } from './unchanged-files.js';

const message = (name: string, payload: string, more = ''): CatalogTexts => ({
  [`messages/${name}.yaml`]: `name: ${name}\ndescription: Works.\npayload: ${payload}\n${more}`,
});
const texts: CatalogTexts = {
  ...message('plain', '{ type: string }'),
  ...message('near', '{ $ref: ../types/a.yaml }'),
  ...message('far', '{ items: { $ref: ../types/b.yaml } }'),
  ...message('ask-request', '{ type: object }', 'outcome: ask-completed\nemits: [ask-progress]\n'),
  ...message('ask-completed', 'true'),
  ...message('ask-progress', '{ $ref: plain.yaml }'),
  'types/a.yaml': '{ type: string, description: What it is. }',
  'types/b.yaml': '{ properties: { a: { $ref: a.yaml }, b: { $ref: "#" } } }',
  'types/c.yaml': '{ type: string }',
};

function compare(before: CatalogTexts, after: CatalogTexts) {
  const other = catalogOf(after);
  const bundle = bundleOf(catalogOf(before));
  const { source, unchanged } = unchangedFiles(sourceFromBundle(bundle, 'before', filesOf(other)), other);
  const catalog = validate(source, new Reporter(locatorOf), unchanged);
  const values = new Set([...filesOf(other).values()].map(({ value }) => value));
  const own = [...filesOf(catalog)].flatMap(([path, { value }]) => (values.has(value) ? [] : [path]));
  return { unchanged: [...unchanged], own: own.sort(), messages: [...changedMessages(catalog, other)].sort() };
}

/** Names of messages whose files another file refers to. */
const targets = ['plain'];

describe('Of two versions', () => {
  it.each([
    ['nothing', {}, [], []],
    ['prose', { 'types/a.yaml': '{ type: string, description: Other. }' }, [], []],
    ['a message', message('far', '{ type: string }'), ['messages/far.yaml'], ['far']],
    [
      'a type, and with it what refers to it',
      { 'types/a.yaml': '{ type: number }' },
      ['messages/far.yaml', 'messages/near.yaml', 'types/a.yaml', 'types/b.yaml'],
      ['far', 'near'],
    ],
    ['a type that nothing refers to', { 'types/c.yaml': '{ type: number }' }, ['types/c.yaml'], []],
    [
      'a message, and with it what refers to it',
      message('plain', '{ type: number }'),
      ['messages/ask-progress.yaml', 'messages/plain.yaml'],
      ['ask-progress'],
    ],
    ['a message that is new', message('new', '{ type: number }'), [], ['new']],
    [
      'links of a message, and with it those that it names',
      message('ask-request', '{ type: object }'),
      ['messages/ask-request.yaml'],
      ['ask-completed', 'ask-progress', 'ask-request'],
    ],
  ])('%s differs', (_, change, own, messages) => {
    const found = compare(texts, { ...texts, ...change });
    expect([found.own, found.messages]).toEqual([own, [...messages, ...targets].sort()]);
    expect(found.unchanged.sort()).toEqual(
      Object.keys(texts)
        .filter((path) => !own.includes(path))
        .sort(),
    );
  });

  it('a file that is gone takes with it what referred to it', () => {
    const after = { ...texts, ...message('near', 'true'), 'types/b.yaml': 'true' };
    const rest = Object.fromEntries(Object.entries(after).filter(([path]) => path !== 'types/a.yaml'));
    expect(compare(texts, rest).own).toEqual([
      'messages/far.yaml',
      'messages/near.yaml',
      'types/a.yaml',
      'types/b.yaml',
    ]);
  });
});
