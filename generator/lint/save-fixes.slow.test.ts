import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { writeCatalog } from '../testing/diagnose.js';
import { WriteError } from '../write/write-error.js';
import { fixCatalog } from './fix-catalog.js';

/** How many files are looked at, from the first question about each to the last. */
const looks = { underWay: 0, most: 0 };

beforeAll(() => {
  const { realpath } = fs;
  vi.spyOn(fs, 'realpath').mockImplementation((path) => {
    if (String(path).endsWith('-request.yaml')) looks.underWay += 1;
    looks.most = Math.max(looks.most, looks.underWay);
    return realpath(path);
  });
  // For root, for whom tests may run, every file may be written.
  vi.spyOn(fs, 'access').mockImplementation(async (path) => {
    looks.underWay -= 1;
    if (String(path).endsWith('locked-request.yaml'))
      throw Object.assign(new Error('no'), { code: 'EACCES', syscall: 'access', path });
  });
  syncBuiltinESMExports();
});
afterAll(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

const text = (name: string): string =>
  `name: ${name}\ndescription: Opens a shop.\npayload: { properties: { token: { type: string } } }\n`;

it('However many files are fixed, few are open at once', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `sync${index}-request`);
  await using folder = await writeCatalog(
    Object.fromEntries(names.map((name) => [`messages/demo/${name}.yaml`, text(name)])),
  );
  [looks.underWay, looks.most] = [0, 0];
  expect(await fixCatalog(folder.path)).toMatchObject({ fixed: { length: 200 }, leftOut: 0 });
  expect(looks.most).toBeGreaterThan(0);
  expect(looks.most).toBeLessThanOrEqual(64);
});

it('Nothing is fixed where a file may not be written', async () => {
  const [open, locked] = ['messages/demo/a-request.yaml', 'messages/demo/locked-request.yaml'] as const;
  await using folder = await writeCatalog({ [open]: text('a-request'), [locked]: text('locked-request') });
  await expect(fixCatalog(folder.path)).rejects.toThrow(
    new WriteError(
      `${join(folder.path, locked)} may not be written: change its permissions or those of its folder, or run without --fix. Nothing was changed.`,
    ),
  );
  expect(await folder.read(open)).toBe(text('a-request'));
});
