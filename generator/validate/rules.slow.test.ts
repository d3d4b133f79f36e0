import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rules } from './rules.js';

it('Each rule has its cases in a file of its name', () => {
  const tests = readdirSync(join(import.meta.dirname, 'rules')).filter((name) => name.endsWith('.test.ts'));
  expect(tests.toSorted()).toEqual(rules.map(({ id }) => `${id}.test.ts`).toSorted());
});
