import { describe, expect, it } from 'vitest';
import { emptyNotes, type Notes } from '../model/notes.js';
import { conditionLine } from './conditions.js';

const notes = (more: Partial<Notes>): Notes => ({ ...emptyNotes, ...more });

describe('conditionLine', () => {
  it.each<{ own: Notes; items?: Notes; want: string }>([
    { own: emptyNotes, want: '' },
    { own: notes({ isInteger: true, conditions: ['Minimum: 1.'] }), want: 'Integer. Minimum: 1.' },
    { own: notes({ knownValues: ['a`b', 'c'] }), want: 'Known values: `` a`b ``, `c`; others are accepted.' },
    { own: notes({ isSecret: true }), want: 'Secret.' },
    { own: emptyNotes, items: notes({ isInteger: true }), want: 'Items: Integer.' },
    {
      own: notes({ conditions: ['At most 2 items.'] }),
      items: notes({ isSecret: true }),
      want: 'At most 2 items. Items: Secret.',
    },
  ])('is $want', ({ own, items = emptyNotes, want }) => {
    expect(conditionLine(own, items)).toBe(want);
  });
});
