import { portableWidth } from './width.js';

/** What a Markdown line may not start with, or it would begin a list, heading, quote, table or tag. */
const structural = /^(?:[-+*#>|=~@]|\d+[.)])/;

/** A line that stands for itself: blank, a heading, a quotation, an underline, or HTML. */
const standsAlone = /^\s*$|^\s{0,3}(?:#{1,6}\s|[><]|[-=_*]{3,}\s*$)/;

const listItem = /^\s*(?:[-+*]|\d{1,9}[.)])\s/;
const fence = /^\s*(?:```|~~~)/;
const indented = /^(?: {4}|\t)/;
/** What laying out anew changes in a text that fits on one line. */
const changeable = /\n| {2}|\s$/;
/** The row of a table that says where its columns are (GitHub Flavored Markdown, section 4.10). */
const delimiterRow = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$/;

/** Lays Markdown out anew in lines of at most a width, where words allow; code, tables and hard line breaks stay. */
export function wrapMarkdown(markdown: string, width: number): string[] {
  if (portableWidth(markdown) <= width && !changeable.test(markdown)) return [markdown];
  return joinParagraphs(markdown.split('\n')).flatMap(({ text, isFixed }) =>
    isFixed ? [text] : wrapText(text.trimEnd(), width),
  );
}

interface Block {
  text: string;
  /** Whether its line break means something, as in code and tables. */
  readonly isFixed: boolean;
}

/** Joins the lines that Markdown shows as one paragraph or list item. */
function joinParagraphs(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let isInFence = false;
  let isInTable = false;
  let paragraph: Block | undefined;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1] ?? '';
    const isFence = fence.test(line);
    if (isFence) isInFence = !isInFence;
    isInTable = delimiterRow.test(line) || delimiterRow.test(next) || (isInTable && line.includes('|'));
    const isFixed = isFence || isInFence || isInTable || (paragraph === undefined && indented.test(line));
    const isText = !isFixed && !standsAlone.test(line);
    const isBroken = isText && / {2}$/.test(line) && next.trim() !== '';
    // Spaces at the end of a line are hard to see and soon lost; a backslash breaks the line too.
    const text = isBroken ? `${line.trimEnd()}\\` : line;
    if (paragraph !== undefined && isText && !listItem.test(line)) paragraph.text += ` ${text.trim()}`;
    else blocks.push({ text, isFixed });
    paragraph = isText && !text.endsWith('\\') ? blocks.at(-1) : undefined;
  }
  return blocks;
}

function wrapText(line: string, width: number): string[] {
  const marker = /^\s*(?:(?:[-+*]|\d+[.)])\s+)?/.exec(line)?.[0] ?? '';
  const hanging = ' '.repeat(marker.length);
  const words = line.slice(marker.length).split(/ +/);
  const lines: string[] = [];
  let current = marker + (words.shift() ?? '');
  let taken = portableWidth(current);
  for (const word of words) {
    const added = portableWidth(word);
    if (taken + 1 + added > width && !structural.test(word)) {
      lines.push(current);
      current = hanging + word;
      taken = hanging.length + added;
    } else {
      current += ` ${word}`;
      taken += 1 + added;
    }
  }
  return [...lines, current];
}
