import { escapeInvisible, unicodeEscape } from '../../text/escape.js';
import type { Html } from '../rendered.js';

/** HTML that may stand where text may. */
export class Markup {
  constructor(private readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** What can be put into HTML: text is escaped, markup is not, a list is put one after the other. */
export type Content = Markup | string | number | undefined | readonly Content[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that no page may hold, not even as a reference (HTML Standard, section 13.2.3.5). */
const forbidden = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\p{Noncharacter_Code_Point}]/gu;

/** A text as HTML that shows it, in an element or in an attribute between quotes (HTML Standard, section 13.3). */
export function escapeHtml(text: string): string {
  return text
    .replaceAll(forbidden, unicodeEscape)
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** HTML with values in it: the literal parts are markup, each value is {@link Content}. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(parts.map((part, index) => (index === 0 ? part : printed(values[index - 1]) + part)).join(''));
}

function printed(content: Content): string {
  if (content === undefined) return '';
  if (content instanceof Markup) return content.toString();
  return typeof content === 'object' ? content.map(printed).join('') : escapeHtml(escapeInvisible(String(content)));
}

/** Content as a view holds it. */
export const shown = (content: Content): Html => printed(content) as Html;
