import { isJsonArray, type Json } from '../../json.js';
import { escapeInvisible } from '../../text/escape.js';
import type { Code } from '../rendered.js';

/** Columns of a line of code. */
export const lineWidth = 100;

/** Text that needs no escape, as names and paths are. */
const plainText = /^[\w ./:-]*$/;

/**
 * A string literal: in single quotes, or in double quotes where that needs no escape. Characters that editors hide or that
 * break lines are escaped.
 */
export function stringLiteral(text: string): Code {
  if (plainText.test(text)) return `'${text}'` as Code;
  const quoted = escapeInvisible(JSON.stringify(text));
  if (text.includes("'") && !text.includes('"')) return quoted as Code;
  return `'${quoted.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'` as Code;
}

/** A property name: bare where it is an ASCII identifier, else a string literal. */
export function propertyName(name: string): Code {
  return /^[A-Za-z_$][\w$]*$/.test(name) && name !== '__proto__' ? (name as Code) : stringLiteral(name);
}

/** A literal of a value that is neither list nor mapping. */
export function plainLiteral(value: Exclude<Json, object>): Code {
  return typeof value === 'string' ? stringLiteral(value) : (String(value) as Code);
}

/** A JSON value as a TypeScript expression in lines of up to 100 characters; the first one starts `indent` columns in. */
export function valueExpression(value: Json, indent: number): Code {
  if (typeof value !== 'object' || value === null) return plainLiteral(value);
  const inner = (item: Json): Code => valueExpression(item, indent + 2);
  if (isJsonArray(value)) return listExpression(value.map(inner), indent);
  const entries = Object.entries(value).map(([name, item]) => [name, inner(item)] as const);
  return objectExpression(entries, indent);
}

/** An array literal on a line that starts `indent` columns in, of expressions laid out for two columns more. */
export function listExpression(items: readonly Code[], indent: number): Code {
  return layOut('[]', items, indent, Infinity);
}

/** An object literal on a line that starts `indent` columns in, of expressions laid out for two columns more. */
export function objectExpression(entries: readonly (readonly [name: string, value: Code])[], indent: number): Code {
  return layOut(
    '{}',
    entries.map(([name, value]) => `${keyInObject(name)}: ${value}`),
    indent,
    3,
  );
}

/** Lays parts out on one line where they are few and fit, else on one line each. */
function layOut(brackets: '[]' | '{}', parts: readonly string[], indent: number, maxInLine: number): Code {
  const [opening, closing] = brackets;
  if (parts.length === 0) return brackets as Code;
  if (parts.length <= maxInLine) {
    const space = brackets === '[]' ? '' : ' ';
    const line = `${opening}${space}${parts.join(', ')}${space}${closing}`;
    if (indent + line.length <= lineWidth - 30 && !line.includes('\n')) return line as Code;
  }
  const pad = ' '.repeat(indent);
  return `${opening}\n${parts.map((part) => `${pad}  ${part},\n`).join('')}${pad}${closing}` as Code;
}

/** In an object literal, `__proto__: x` would set the prototype; a computed key does not. */
function keyInObject(name: string): Code {
  return name === '__proto__' ? ("['__proto__']" as Code) : propertyName(name);
}
