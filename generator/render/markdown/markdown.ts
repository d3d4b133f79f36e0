import { outsideCodeSpans } from '../../text/code-span.js';
import { escapeInvisible } from '../../text/escape.js';
import { closeFence, fencedLines, mayHoldFence } from './fences.js';
import type { MarkdownBlocks, MarkdownLine } from '../rendered.js';

/**
 * Markdown of the catalog as blocks of a page: headings become bold lines, so that they do not disturb the page's own,
 * and HTML is shown, not run. Nothing that it begins goes on behind it.
 */
export function markdownBlocks(markdown: string): MarkdownBlocks {
  const text = escapeInvisible(markdown.replaceAll(/\r\n?/g, '\n').trim());
  if (!mayHoldFence(text)) return withoutBlocks(text, new Set()) as MarkdownBlocks;
  const code = fencedLines(text);
  const shown = withoutBlocks(text, code);
  // Where a fence reads differently beside what became of the rest, it is shown as it was written.
  const safe = areSame(code, fencedLines(shown)) ? shown : withoutBlocks(text.replaceAll(/[`~]/g, '\\$&'), new Set());
  return closeFence(safe) as MarkdownBlocks;
}

/** Lets headings and HTML be text, apart from the lines that are code. */
function withoutBlocks(text: string, code: ReadonlySet<number>): string {
  const lines = text.split('\n').map((line, index) =>
    code.has(index)
      ? line
      : escapeHtml(line)
          .replace(/^\s{0,3}#{1,6}\s+(.*?)\s*#*$/, '**$1**')
          .replace(/^\s{0,3}(?:=+|-{2,})\s*$/, ''),
  );
  return lines.join('\n');
}

function areSame(lines: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
  return lines.size === others.size && [...lines].every((line) => others.has(line));
}

/** Markdown of the catalog in a line, its paragraphs joined, fit for a table cell too (GitHub Flavored Markdown, section 4.10). */
export function markdownLine(markdown: string): MarkdownLine {
  return markdownText(markdown).replaceAll(/(\\*)\|/g, escapeBar) as MarkdownLine;
}

/** The same for a line outside of tables, where a bar in code would show its backslash. */
export function markdownText(markdown: string): string {
  const line = escapeInvisible(markdown)
    .replaceAll(/\s{2,}|[^\S ]/g, ' ')
    .trim();
  return escapeHtml(line);
}

/** The first paragraph of a Markdown text, as one line. */
export function summary(markdown: string): string {
  return (markdown.trim().split(/\n\s*\n/)[0] ?? '').replaceAll(/\s+/g, ' ');
}

/** The first sentence of a Markdown text: up to a full stop, exclamation or question mark before a space. */
export function firstSentence(markdown: string): string {
  const line = summary(markdown);
  return /^.*?(?<!\b(?:e\.g|i\.e|cf|vs|approx|[A-Z]))[.!?](?= [A-Z`"'(]|$)/.exec(line)?.[0] ?? line;
}

/** An even number of backslashes before a bar are pairs, and leave it bare. */
function escapeBar(bar: string, backslashes: string): string {
  return backslashes.length % 2 === 0 ? `${backslashes}\\|` : bar;
}

/** Shows `<` as itself outside code spans, where it would open an HTML tag. */
function escapeHtml(line: string): string {
  // Few lines hold any, and finding code spans takes time.
  return line.includes('<') ? outsideCodeSpans(line, (text) => text.replaceAll('<', '&lt;')) : line;
}
