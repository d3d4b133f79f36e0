import type { Measurement } from './measure.js';

const end = '<!-- /bench -->';

/**
 * A table of times and memory in Markdown; the time of the first contender on the least number of messages is 1.
 *
 * @param sizes - Numbers of messages.
 * @param results - What each contender took for each size, by name; `undefined` where it took too long.
 */
export function benchTable(
  sizes: readonly number[],
  results: ReadonlyMap<string, readonly (Measurement | undefined)[]>,
): string {
  const unit = [...results.values()][0]?.[0]?.time ?? Number.NaN;
  const head = ['', ...sizes.map((size) => `${size.toLocaleString('en')} messages`), ...sizes.map(() => 'memory')];
  const rows = [...results].map(([name, figures]) => [
    name,
    ...figures.map((figure) => (figure === undefined ? 'over 10 min' : (figure.time / unit).toFixed(2))),
    ...figures.map((figure) => (figure === undefined ? '' : `${Math.round(figure.memory)} MB`)),
  ]);
  return `${figureTable(head, rows)}\nTimes are of whole processes; 1.00 is ${(unit / 1000).toFixed(2)} s on the machine that ran them all.\n`;
}

/**
 * A table in Markdown, all columns but the first aligned to the right.
 *
 * @param head - Titles of the columns.
 * @param rows - Cells, row by row.
 */
export function figureTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ['---', ...head.slice(1).map(() => '--:')], ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/**
 * Puts a table in the place of the last one.
 *
 * @param text - Markdown that holds `<!-- bench:name -->` and, after it, `<!-- /bench -->`.
 * @param name - Name of the benchmark.
 * @param table - The new table.
 * @throws Error if the text has no such place.
 */
export function replaceTable(text: string, name: string, table: string): string {
  const begin = `<!-- bench:${name} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`The page has no place for the table: put ${begin} and ${end} there.`);
  return `${text.slice(0, from + begin.length)}\n\n${table}\n${text.slice(to)}`;
}
