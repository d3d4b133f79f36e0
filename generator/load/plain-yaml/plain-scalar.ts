import type { Json } from '../../json.js';

/** A key without quotes: what property names, keywords, paths and version numbers are made of. */
export const plainKey = String.raw`[\w$][\w$./-]*`;

/** A text in quotes, on one line, with no escapes but those that JSON has too and that make no surrogate. */
export const quoted = String.raw`"(?:[^"\\]|\\["\\/bfnrt])*"|'(?:[^']|'')*'`;

/** First characters that mean something else, or do so with some second ones. */
const indicators = /^(?:[?:,[\]{}#&*!|>'"%@`]|-(?![\w.]))/;

/** Every notation of a number that the YAML 1.2 core schema knows (YAML 1.2.2, section 10.3.2), and more. */
const numberLike = /^[-+]?(?:0[xo][\da-f]+|(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|\.(?:inf|nan))$/i;

/** Numbers as JSON writes them, without an exponent. */
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** A double keeps this many digits of any number. */
const maxDigits = 15;

/** The text of what {@link quoted} matches. */
export function quotedText(source: string): string {
  if (source.startsWith("'")) return source.slice(1, -1).replaceAll("''", "'");
  return source.includes('\\') ? (JSON.parse(source) as string) : source.slice(1, -1);
}

/** The value of a scalar without quotes; `undefined` where it may be anything but a text, or a number or word of JSON. */
export function plainValue(source: string): Json | undefined {
  if (source === 'true' || source === 'false') return source === 'true';
  if (source === 'null') return null;
  if (indicators.test(source) || /^(?:~|null|true|false)$/i.test(source)) return undefined;
  if (!numberLike.test(source)) return source;
  const value = Number(source);
  const isExact = jsonNumber.test(source) && source.length <= maxDigits && !Object.is(value, -0);
  return isExact ? value : undefined;
}
