import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { fateOf, ownIdentity, type ProcessIdentity } from './process-identity.js';

const self: ProcessIdentity = { id: 1, host: 'here', machine: 'm1', table: 't1', started: '100' };
const other: ProcessIdentity = { ...self, id: 2 };
const absent = (): undefined => undefined;
const begun = (started: string) => (): { started: string } => ({ started });

it.each([
  { what: 'that is there', other, look: begun('100'), want: 'running' },
  { what: 'that is gone', other, look: absent, want: 'ended' },
  { what: 'whose number another one has by now', other, look: begun('101'), want: 'ended' },
  { what: 'of which the system does not tell when it began', other, look: begun(''), want: 'unknown' },
  { what: 'that did not know when it began', other: { ...other, started: '' }, look: begun('100'), want: 'unknown' },
  { what: 'that had the number of this one', other: { ...other, id: 1, started: '' }, look: begun(''), want: 'ended' },
  { what: 'of an earlier boot', other: { ...other, table: 't0' }, look: begun('100'), want: 'ended' },
  {
    what: 'of another machine of the same name',
    other: { ...other, table: 't0', machine: 'm2' },
    look: absent,
    want: 'unknown',
  },
  {
    what: 'of a copy of this machine that has another name',
    other: { ...other, table: 't0', host: 'there' },
    look: absent,
    want: 'unknown',
  },
  {
    what: 'of a container of the same name',
    other: { ...other, table: 't0', machine: '' },
    look: absent,
    want: 'unknown',
  },
  { what: 'that knew nothing', other: { ...other, table: '' }, look: absent, want: 'unknown' },
  {
    what: 'of a machine whose name has changed meanwhile',
    other: { ...other, host: 'there' },
    look: begun('100'),
    want: 'running',
  },
])('A process $what: $want', ({ other: given, look, want }) => {
  expect(fateOf(given, self, look)).toBe(want);
});

it('Of two containers that know no table, neither is sure of the other', () => {
  const blind = { ...self, table: '', machine: '' };
  expect(fateOf({ ...blind, id: 2 }, blind, absent)).toBe('unknown');
});

it('This process is its own, and looks the same each time', () => {
  const identity = ownIdentity();
  expect(identity).toEqual(ownIdentity());
  expect(identity.id).toBe(process.pid);
  expect(identity.table).toMatch(/^[0-9a-f]{32}$/);
});

it.runIf(process.platform === 'linux')('The system tells a process from an earlier one of its number', () => {
  const itself = ownIdentity();
  // As another process sees it.
  const own = { ...itself, id: process.ppid };
  expect(fateOf(itself, own)).toBe('running');
  expect(fateOf({ ...itself, started: `${itself.started}0` }, own)).toBe('ended');
  const { pid } = spawnSync(process.execPath, ['--eval', '']);
  expect(fateOf({ ...itself, id: pid }, own)).toBe('ended');
});
