import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { writeCatalog } from '../testing/diagnose.js';
import { WriteError } from '../write/write-error.js';
import { fixCatalog } from './fix-catalog.js';

// For root, for whom tests may run, every file may be written.
vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof import('node:fs/promises')>();
  const access = (path: string): Promise<void> =>
    path.endsWith('locked-request.yaml')
      ? Promise.reject(Object.assign(new Error('no'), { code: 'EACCES', syscall: 'access', path }))
      : Promise.resolve();
  return { ...original, access };
});

it('Nothing is fixed where a file may not be written', async () => {
  const text = (name: string): string =>
    `name: ${name}\ndescription: Opens a shop.\npayload: { properties: { token: { type: string } } }\n`;
  const [open, locked] = ['messages/demo/a-request.yaml', 'messages/demo/locked-request.yaml'] as const;
  await using folder = await writeCatalog({ [open]: text('a-request'), [locked]: text('locked-request') });
  await expect(fixCatalog(folder.path)).rejects.toThrow(
    new WriteError(
      `${join(folder.path, locked)} may not be written: change its permissions, or run without --fix. Nothing was changed.`,
    ),
  );
  expect(await folder.read(open)).toBe(text('a-request'));
});
