import { expect, test } from 'vitest';
import { catalogOf } from '../testing/catalog-texts.js';
import type { Bump, ChangeReport, Level, Side } from './change-report.js';
import { diffCatalogs } from './diff-catalogs.js';

const message = (name: string): string => JSON.stringify({ name, description: 'A message.', payload: {} });

test('a removed message needs a major version', async () => {
  const before = catalogOf({ 'messages/a.yaml': message('a'), 'messages/b.yaml': message('b') });
  const after = catalogOf({ 'messages/a.yaml': message('a') });
  const report: ChangeReport = (await diffCatalogs(before, after, { today: '2026-01-31' })).report;
  const [bump, level, side]: [Bump, Level | undefined, Side | undefined] = [
    report.bump,
    report.changes[0]?.level,
    report.changes[0]?.side,
  ];
  expect({ bump, level, side, message: report.changes[0]?.message }).toEqual({
    bump: 'major',
    level: 'runtime-breaking',
    side: 'oldWriters',
    message: 'b',
  });
});
