/** What a Markdown line may not start with, or it would begin a list, heading, quote, table or tag. */
const structural = /^(?:[-+*#>|=~@]|\d+[.)])/;

/**
 * Breaks the long lines of Markdown paragraphs and list items; code blocks and tables stay as they are.
 *
 * @param markdown - Markdown text.
 * @param width - Most characters on a line, where words allow.
 */
export function wrapMarkdown(markdown: string, width: number): string[] {
  let isInFence = false;
  return markdown.split('\n').flatMap((line) => {
    const isFence = /^\s*(?:```|~~~)/.test(line);
    if (isFence) isInFence = !isInFence;
    if (isFence || isInFence || /^(?:\s{4}|\t|\s*\|)/.test(line)) return [line];
    return wrapLine(line.trimEnd(), width);
  });
}

function wrapLine(line: string, width: number): string[] {
  const marker = /^\s*(?:(?:[-+*]|\d+[.)])\s+)?/.exec(line)?.[0] ?? '';
  const hanging = ' '.repeat(marker.length);
  const words = line.slice(marker.length).split(/ +/);
  const lines: string[] = [];
  let current = marker + (words.shift() ?? '');
  for (const word of words) {
    if (current.length + 1 + word.length > width && !structural.test(word)) {
      lines.push(current);
      current = hanging + word;
    } else current += ` ${word}`;
  }
  return [...lines, current];
}
