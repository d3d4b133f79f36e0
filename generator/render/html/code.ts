import { html, type Content, type Markup } from './markup.js';

/** Languages of examples. */
export type Language = 'ts' | 'json' | 'shell';

/** What has a colour of its own: comments, texts, keys, numbers, words. */
const token = new RegExp(
  [
    /(?<comment>(?<!:)\/\/[^\n]*)/,
    /(?<key>"(?:\\.|[^"\\])*"(?=\s*:)|\b[\w$]+(?=: ))/,
    /(?<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/,
    /(?<number>\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b)/,
    /(?<word>\b(?:import|from|const|await|async|new|return|export|true|false|null|undefined|curl|process|default|satisfies)\b)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** A listing of code, coloured by kinds of words; the copy button is the page's script's matter. */
export function codeListing(code: string, language: Language): Markup {
  return html`<pre class="code" data-language="${language}" tabindex="0"><code>${coloured(code)}</code></pre>`;
}

function coloured(code: string): Content {
  const parts: Content[] = [];
  let end = 0;
  for (const match of code.matchAll(token)) {
    const [kind, text] = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined) ?? ['', match[0]];
    parts.push(code.slice(end, match.index), html`<span class="${kind}">${text}</span>`);
    end = match.index + match[0].length;
  }
  return [...parts, code.slice(end)];
}
