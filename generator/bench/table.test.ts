import { describe, expect, it } from 'vitest';
import { benchTable, replaceTable } from './table.js';

describe('The table of a benchmark', () => {
  it('holds ratios to the first contender on the fewest messages, and peaks of memory', () => {
    const results = new Map([
      [
        'generate',
        [
          { time: 500, memory: 100.4 },
          { time: 2000, memory: 200 },
        ],
      ],
      ['slow', [{ time: 750, memory: 300 }, undefined]],
    ]);
    expect(benchTable([58, 5800], results)).toBe(
      [
        '|  | 58 messages | 5,800 messages | memory | memory |',
        '| --- | --: | --: | --: | --: |',
        '| generate | 1.00 | 4.00 | 100 MB | 200 MB |',
        '| slow | 1.50 | over 10 min | 300 MB |  |',
        '',
        'Times are of whole processes; 1.00 is 0.50 s on the machine that ran them all.',
        '',
      ].join('\n'),
    );
  });

  it('takes the place of the last one', () => {
    const text = 'before\n<!-- bench:generator -->\nold\n<!-- /bench -->\nafter\n';
    const once = replaceTable(text, 'generator', 'new\n');
    expect(once).toBe('before\n<!-- bench:generator -->\n\nnew\n\n<!-- /bench -->\nafter\n');
    expect(replaceTable(once, 'generator', 'new\n')).toBe(once);
  });

  it('is refused by a text that has no place for it', () => {
    expect(() => replaceTable('<!-- /bench --> <!-- bench:generator -->', 'generator', 'new\n')).toThrow(
      'has no place',
    );
  });
});
