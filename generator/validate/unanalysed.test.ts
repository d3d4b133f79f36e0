import { expect, it } from 'vitest';
import { catalogOf } from '../testing/catalog-texts.js';
import { noteUnanalysed, unanalysed } from './unanalysed.js';

const texts = Object.fromEntries(
  ['a', 'b'].map((name) => [`messages/${name}.yaml`, `name: ${name}\ndescription: Does it.\npayload: true\n`]),
);

it('What is not analysed is told once, at the first place, of a part of a catalog too', () => {
  const catalog = catalogOf(texts);
  const [first, second] = catalog.messages.map(({ file }) => file);
  if (first === undefined || second === undefined) throw new Error('There are two messages.');
  const place = (file: typeof first) => ({ file, path: ['payload'], part: 'value' as const });
  const note = (files: readonly (typeof first)[]): void =>
    noteUnanalysed({ ...catalog, messages: [] }, files.map(place), 'schema', (what) => `What ${what} is stays open.`);
  note([]);
  expect(unanalysed(catalog)).toEqual([]);
  note([first]);
  note([first]);
  note([second, first]);
  expect(unanalysed(catalog)).toEqual([
    { ...place(first), message: 'What this schema is stays open.', others: [] },
    { ...place(second), message: 'What this schema, or another one, is stays open.', others: [first] },
  ]);
});
