/** A Markdown code span around any text, as one line (CommonMark 0.31, section 6.1). */
export function codeSpan(text: string): string {
  const line = text.replaceAll(/\s/g, ' ');
  const longestRun = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const pad = longestRun > 0 || line.startsWith(' ') || line === '' ? ' ' : '';
  return fence + pad + line + pad + fence;
}
