import { describe, expect, it } from 'vitest';
import { Reporter } from '../diagnostics/reporter.js';
import type { Json } from '../json.js';
import { catalogOf } from '../testing/catalog-texts.js';
import { UsageError } from '../usage-error.js';
import { validate } from '../validate/validate.js';
import type { Catalog } from './catalog.js';
import { bundleOf, sourceFromBundle } from './bundle.js';
import { locatorOf } from '../load/locate.js';

const files = {
  'catalog.yaml': 'title: Demo\nversion: 1.2.3\n',
  'types/place.yaml': 'type: string\ndescription: A place.\nexamples: [{ description: kept }]\n',
  'messages/a/demo-request.yaml':
    'name: demo-request\ndescription: Asks.\npayload: { properties: { at: { $ref: ../../types/place.yaml } } }\n',
};
const catalog = catalogOf(files);
const bundle = bundleOf(catalog);
const read = (value: Json): Catalog => validate(sourceFromBundle(value, 'package'), new Reporter(locatorOf));

describe('A bundled catalog', () => {
  it('is read as the catalog that it was made of, but for prose inside schemas', () => {
    const again = read(JSON.parse(JSON.stringify(bundle)) as Json);
    expect(again.settings).toEqual(catalog.settings);
    expect(again.messages.map(({ name, domain, payload }) => ({ name, domain, payload }))).toEqual([
      { name: 'demo-request', domain: 'a', payload: { properties: { at: { $ref: '../../types/place.yaml' } } } },
    ]);
    expect(again.types.map(({ name, schema }) => ({ name, schema }))).toEqual([
      { name: 'place', schema: { type: 'string', examples: [{ description: 'kept' }] } },
    ]);
  });

  it('is bundled again as it was', () => {
    expect(bundleOf(read(bundle))).toEqual(bundle);
  });

  it('has a digest of the prose that it leaves out', () => {
    const other = catalogOf({ ...files, 'types/place.yaml': files['types/place.yaml'].replace('A place.', 'Where.') });
    expect(bundleOf(other)).toEqual({ ...bundle, texts: bundleOf(other)['texts'] });
    expect(bundleOf(other)['texts']).not.toBe(bundle['texts']);
  });

  it.each<[string, Json]>([
    ['a newer format', { ...bundle, format: 2 }],
    ['settings', { title: 'Demo', version: '1.0.0' }],
    ['no settings', { format: 1, files: {} }],
    ['no files', { format: 1, files: null }],
  ])('is refused where it is of %s', (_, value) => {
    expect(() => sourceFromBundle(value, 'package')).toThrow(UsageError);
  });
});
