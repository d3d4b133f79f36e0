import { createRequire } from 'node:module';
import type MarkdownIt from 'markdown-it';
import { lazy } from '../../lazy.js';
import { escapeInvisible } from '../../text/escape.js';
import { Markup } from './markup.js';

/** Loaded where a page is rendered: most runs make none. */
const reader = lazy(() => {
  const made = new (createRequire(import.meta.url)('markdown-it') as typeof MarkdownIt)({
    html: false,
    linkify: false,
  });
  // Pictures would be asked for from elsewhere; what else leads out is a link that the reader follows or not.
  made.disable('image');
  made.validateLink = (url) => /^(?:https?:\/\/|mailto:|#)/i.test(url);
  // A page has its own outline, which headings of the catalog stand below.
  for (const rule of ['heading_open', 'heading_close']) {
    made.renderer.rules[rule] = (tokens, index) => (tokens[index]?.nesting === 1 ? '<p><strong>' : '</strong></p>\n');
  }
  made.renderer.rules['link_open'] = (tokens, index, options, _, self) => {
    tokens[index]?.attrSet('rel', 'noopener noreferrer');
    return self.renderToken(tokens, index, options);
  };
  return made;
});

/** Markdown of the catalog as HTML blocks: HTML in it is shown, pictures are left out, links lead to the web, a mailbox or the page. */
export function prose(markdown: string): Markup {
  return new Markup(reader().render(escapeInvisible(markdown)));
}

/** Markdown of the catalog as HTML within a line; its paragraphs are joined. */
export function proseLine(markdown: string): Markup {
  return new Markup(reader().renderInline(escapeInvisible(markdown).replaceAll(/\s+/g, ' ').trim()));
}
