import { createRequire } from 'node:module';
import type MarkdownIt from 'markdown-it';
import { lazy } from '../../lazy.js';

/** Loaded where a text may hold a fence, which few do. HTML counts as text: what is rendered holds none. */
const parser = lazy(() =>
  (createRequire(import.meta.url)('markdown-it') as typeof MarkdownIt)('commonmark', { html: false }),
);

/** Whether a Markdown text may hold fenced code. */
export function mayHoldFence(text: string): boolean {
  return text.includes('```') || text.includes('~~~');
}

/** Numbers, from 0, of the lines that are fenced code or a fence (CommonMark, section 4.5), in lists and quotes too. */
export function fencedLines(text: string): Set<number> {
  const fences = parser()
    .parse(text, {})
    .filter(({ type }) => type === 'fence');
  return new Set(
    fences.flatMap(({ map }) => {
      const [start, end] = map ?? [0, 0];
      return Array.from({ length: end - start }, (_, index) => start + index);
    }),
  );
}

/** Closes the fence that a text leaves open, so that what follows it is no code. */
export function closeFence(text: string): string {
  const lines = text.split('\n').length;
  // What begins behind a blank line, without indentation, belongs to nothing but an open fence.
  const last = parser()
    .parse(`${text}\n\nx`, {})
    .findLast(({ type, level }) => type === 'fence' && level === 0);
  return last !== undefined && (last.map?.[1] ?? 0) > lines ? `${text}\n${last.markup}` : text;
}
