/** Changes the text outside code spans of one Markdown line or paragraph, piece by piece. */
export function outsideCodeSpans(markdown: string, change: (text: string) => string): string {
  const parts = markdown.split(/(`+)/);
  const lastOfRun = new Map(parts.map((part, index) => [part, index]));
  let open = '';
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return open === '' ? change(part) : part;
      if (open !== '') open = part === open ? '' : open;
      else {
        // A backslash takes the first backtick of a run that would open a span; only a run that is closed opens one.
        const run = /(?<!\\)(?:\\\\)*\\$/.test(parts[index - 1] ?? '') ? part.slice(1) : part;
        if (run !== '' && (lastOfRun.get(run) ?? 0) > index) open = run;
      }
      return part;
    })
    .join('');
}

/** A Markdown code span around any text, as one line (CommonMark 0.31, section 6.1). */
export function codeSpan(text: string): string {
  const line = text.replaceAll(/\s/g, ' ');
  const longestRun = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const pad = longestRun > 0 || line.startsWith(' ') || line === '' ? ' ' : '';
  return fence + pad + line + pad + fence;
}

/** Code between fences that no line of it can close (CommonMark 0.31, section 4.5). */
export function codeBlock(language: string, code: string): string {
  const fence = '`'.repeat(Math.max(3, ...(code.match(/`+/g) ?? []).map((run) => run.length + 1)));
  return `${fence}${language}\n${code}\n${fence}`;
}
