import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { load } from '../load/load.js';
import { validate } from './validate.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catalog-'));
  await mkdir(join(folder, 'messages'));
  await writeFile(join(folder, 'catalog.yaml'), 'title: Demo\nversion: 1.0.0\n');
});
afterEach(() => rm(folder, { recursive: true }));

it.each([
  ['message', ['free-validator-name']],
  ['message-request', []],
])('a message called %s breaks the rules %j', async (name, want) => {
  await writeFile(
    join(folder, `messages/${name}.yaml`),
    `name: ${name}\ndescription: Says hello.\npayload: { type: object }\n`,
  );
  const reporter = new Reporter(locatorOf);
  const source = await load(folder, reporter);
  try {
    validate(source, reporter);
  } catch {
    // The reporter tells what was thrown.
  }
  expect(reporter.diagnostics.map(({ rule }) => rule)).toEqual(want);
});
