import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from './rules.js';

const folder = join(import.meta.dirname, 'rules');

it('Each rule is a file of its name, and each file a rule', () => {
  const files = readdirSync(folder).filter((name) => !name.endsWith('.test.ts'));
  expect(files.toSorted()).toEqual(rules.map(({ id }) => `${id}.ts`).toSorted());
});

describe.each(rules)('$id', ({ id }) => {
  it('has its cases beside it', () => expect(existsSync(join(folder, `${id}.test.ts`))).toBe(true));
});
