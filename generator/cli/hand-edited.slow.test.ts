import { existsSync } from 'node:fs';
import { appendFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureOutput, type CapturedOutput } from '../testing/captured-output.js';
import { type CatalogFolder, writeCatalog } from '../testing/diagnose.js';
import { createProgram } from './program.js';

const message = (name: string): string =>
  `name: ${name}\ndescription: Brings a shop up to date.\npayload: { type: object }\n`;
const gone = 'messages/demo/sync-completed.yaml';
const edited = 'typescript/src/messages/sync-completed.ts';

let folder: CatalogFolder;
beforeAll(async () => {
  folder = await writeCatalog(
    { 'messages/demo/sync-progress.yaml': message('sync-progress'), [gone]: message('sync-completed') },
    'catalog',
  );
});
afterAll(() => folder[Symbol.asyncDispose]());

const generate = (...flags: string[]): Promise<CapturedOutput> =>
  captureOutput(() => createProgram(folder.root).parseAsync(['node', 'worker-codegen', 'generate', ...flags]));

/** Milliseconds: the first run loads the compiler. */
const patience = 60_000;

describe('The hand-edited file of a message that has left the catalog', () => {
  it(
    'is foretold by --check, moved aside by generate, and then no part of anything',
    async () => {
      await generate();
      const file = join(folder.root, 'generated', edited);
      await appendFile(file, '// By hand.\n');
      const text = await readFile(file, 'utf8');
      await rm(join(folder.path, gone));

      const checked = await generate('--check');
      expect(checked.stdout).toContain('-// By hand.\n');
      expect(checked.stderr).toContain(
        `\n  ${edited} has been edited by hand: generate keeps it as ${edited}.orig, or under the next free name.\n`,
      );
      const asJson = await generate('--check', '--json');
      expect(JSON.parse(asJson.stdout)).toMatchObject({
        ok: false,
        changes: expect.arrayContaining([
          { action: 'remove', path: edited, isForeign: true },
          { action: 'remove', path: 'typescript/docs/sync-completed.md', isForeign: false },
        ]),
        kept: [],
      });
      expect(await readFile(file, 'utf8')).toBe(text);

      const generated = await generate();
      expect(generated.error).toBeUndefined();
      expect(generated.stdout).toMatch(
        /^\d+ messages?, 0 types → generated\/typescript \(\d+ files\): \d+ updated, \d+ removed\n/,
      );
      expect(generated.stdout.split('\n').slice(1)).toEqual([
        `  kept what had been edited by hand as ${edited}.orig`,
        '  Move what you need of it to the catalog, and delete the rest.',
        '',
      ]);
      // A compiler of the package would take the file that it was in.
      expect(existsSync(file)).toBe(false);
      expect(await readFile(`${file}.orig`, 'utf8')).toBe(text);

      const upToDate = { stdout: expect.stringMatching(/, up to date\n$/) as unknown, error: undefined };
      expect(await generate()).toMatchObject(upToDate);
      expect(await generate('--check')).toMatchObject(upToDate);
    },
    patience,
  );
});
