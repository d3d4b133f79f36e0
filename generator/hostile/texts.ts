import type { JsonObject } from '../json.js';
import { demo, type HostileCase } from './hostile-case.js';

/** Texts that mean something to one of the languages that the output is written in. */
const texts: readonly (readonly [title: string, text: string])[] = [
  ['the end of a comment', 'x */ export const owned = 1; /*'],
  ['the end of a comment in pieces', '**/ *\\/ *//* /**'],
  ['backticks', '`'],
  ['more backticks than a code span has', 'a ``` b ```` c'],
  ['a template placeholder', '${process.exit(1)} `${x}`'],
  ['Handlebars', '{{package.name}} {{{this}}} {{#each x}} {{> part}} \\{{x}}'],
  ['line separators', 'a\u2028export const owned = 1\u2029b'],
  ['a closing script tag', '</script><script>alert(1)</script>'],
  ['an HTML comment and an event handler', '<!-- --> <img src=x onerror=alert(1)> &lt; &amp;'],
  ['direction controls', '\u202eabc\u202d\u2066\u2069\u200f\u061c'],
  ['zero-width characters', 'a\u200bb\u200dc\ufeffd\u2060e'],
  ['NUL', 'a\0b'],
  ['ANSI escapes', '\u001b[31mred\u001b[0m\u009b1m\u0007\u0008'],
  ['single quotes', "'; process.exit(); '"],
  ['double quotes', '"; process.exit(); "'],
  ['all quotes at once', '\'"`'],
  ['a backslash at the end', 'a\\'],
  ['backslashes before quotes', '\\\' \\" \\\\ \\u0041 \\x41 \\0'],
  ['line breaks of every kind', 'a\nb\r\nc\rd\u0085e\u000bf\u000cg'],
  ['tabs and spaces at both ends', ' \t a \t '],
  ['a Markdown table', '| a | b |\n| - | - |\n| c | d |'],
  ['Markdown blocks', '# Heading\n\n- list\n\n> quote\n\n---\n\n```ts\nopen fence'],
  ['a Markdown link that runs code', '[x](javascript:alert(1)) ![y](http://example.com/z)'],
  ['doc comment tags', '@deprecated no\n@internal\n {@link WorkerClient} {@code'],
  ['compiler directives', '// @ts-nocheck\n/// <reference path="/etc/passwd" />\n//# sourceMappingURL=x'],
  ['replacement patterns', "$& $1 $` $' $$ %s %d"],
  ['the end of CDATA', ']]> <![CDATA['],
  ['statements', 'import x from "y"; export default require("child_process")'],
  ['shell', '$(touch /tmp/owned) `id` ; rm -rf / && || > x'],
  ['emoji joined of several', '👩‍👩‍👧‍👦 🏳️‍🌈'],
  ['characters beyond the first plane', '𝒜\u{10ffff}\u{1f4a9}'],
  ['combining characters', `e${'\u0301'.repeat(50)}`],
  ['one endless word', 'x'.repeat(5000)],
  ['a BOM in the middle', 'a\ufeffb'],
];

/** Each text in every place of a message that takes any text. */
export const hostileTexts: readonly HostileCase[] = texts.map(([title, text]) => ({
  title: `${title}, wherever a message takes text`,
  files: demo(
    everywhere(text),
    { value: text, list: [text], [text]: text },
    {
      description: `Does it: ${text}`,
      examples: [{ title: `One ${text}`, payload: { value: text, list: [text], [text]: text } }],
      deprecated: { since: '1.0.0', reason: `Old ${text}` },
      retry: { attempts: 2, retryOn: [text], neverOn: [`not ${text}`] },
    },
  ),
  literals: [text, `known ${text}`],
}));

function everywhere(text: string): JsonObject {
  return {
    type: 'object',
    title: text,
    description: text,
    $comment: text,
    properties: {
      value: { enum: [text, `${text} `, 'plain'], description: text, default: text, examples: [text] },
      constant: { const: text, description: text },
      known: { type: 'string', 'x-known-values': [text, `known ${text}`], description: text },
      list: { type: 'array', items: { type: 'string', description: text, default: text } },
      structured: { const: { [text]: [text] } },
      media: { type: 'string', contentMediaType: text, contentEncoding: text },
      [text]: { type: 'string', description: text },
    },
    required: ['value', text],
    dependentRequired: { [text]: ['value'] },
    $defs: { [text]: { type: 'string', description: text } },
  };
}
