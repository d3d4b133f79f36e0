import { describe, expect, it } from 'vitest';
import { escapeHtml, html } from './markup.js';
import { prose, proseLine } from './prose.js';

describe('Markdown of the catalog on a page', () => {
  it.each([
    ['**a** `b`', '<p><strong>a</strong> <code>b</code></p>\n'],
    ['# Heading', '<p><strong>Heading</strong></p>\n'],
    ['<script>x</script>', '<p>&lt;script&gt;x&lt;/script&gt;</p>\n'],
    ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>\n'],
    ['[x](data:text/html,x)', '<p>[x](data:text/html,x)</p>\n'],
    ['[x](https://a.example)', '<p><a href="https://a.example" rel="noopener noreferrer">x</a></p>\n'],
    ['![x](https://a.example/x.png)', '<p>!<a href="https://a.example/x.png" rel="noopener noreferrer">x</a></p>\n'],
    ['&lt;b>', '<p>&lt;b&gt;</p>\n'],
  ])('%s becomes %s', (markdown, expected) => {
    expect(prose(markdown).toString()).toBe(expected);
  });

  it('is a line where a line is wanted', () => {
    expect(proseLine('a\n\n*b*').toString()).toBe('a <em>b</em>');
  });
});

describe('HTML with values', () => {
  it('escapes text and keeps markup', () => {
    const inner = html`<b title="${'"'}">${'<'}</b>`;
    expect(html`${[inner, undefined, 1]}`.toString()).toBe('<b title="&quot;">&lt;</b>1');
    expect(escapeHtml(`&<>"'`)).toBe('&amp;&lt;&gt;&quot;&#39;');
  });
});
