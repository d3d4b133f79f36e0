import type { Json } from '../../json.js';
import { codeSpan } from '../../text/code-span.js';
import { escapeInvisible } from '../../text/escape.js';
import { escapeHtml } from '../html/markup.js';
import { markdownLine } from '../markdown/markdown.js';
import { valueExpression } from '../typescript/literals.js';

/** Prints a value of the catalog so that it is nothing but a value where it stands. */
export type Print = (value: Json) => string;

const text = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The helpers that a template may name where the ending of its file does not say the context. */
export const helpers = {
  /** A JSON value (RFC 8259). */
  json: (value) => JSON.stringify(value, null, 2),
  /** A YAML 1.2 value in a line: JSON is one. */
  yaml: (value) => JSON.stringify(value),
  /** Text of an HTML or XML element, or of an attribute between quotes. */
  html: (value) => escapeHtml(text(value)),
  /** One word of a POSIX shell (IEEE Std 1003.1, section 2.2.2). */
  shell: (value) => `'${text(value).replaceAll("'", String.raw`'\''`)}'`,
} as const satisfies Readonly<Record<string, Print>>;

const markdown: Print = (value) => markdownLine(typeof value === 'string' ? value : codeSpan(text(value)));
const code: Print = (value) => valueExpression(value, 0);
const plain: Print = (value) => escapeInvisible(text(value));

const printersByEnding: readonly (readonly [endings: RegExp, print: Print])[] = [
  [/\.json$/, helpers.json],
  [/\.ya?ml$/, helpers.yaml],
  [/\.(?:html?|svg|xml)$/, helpers.html],
  [/\.sh$/, helpers.shell],
  [/\.md$/, markdown],
  [/\.[mc]?[tj]s$/, code],
];

/** How a template prints data without a helper: as its file's ending asks for, or as text without control characters. */
export function printFor(path: string): Print {
  return printersByEnding.find(([endings]) => endings.test(path))?.[1] ?? plain;
}
