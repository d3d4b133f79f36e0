import type { Json, JsonObject } from '../../load/source.js';
import { visibleText } from '../../text/visible.js';
import type { Code } from '../rendered.js';

const lineWidth = 100;

/**
 * A string literal: in single quotes, or in double quotes where that needs no escape. Characters that editors hide or that
 * break lines are escaped.
 */
export function stringLiteral(text: string): Code {
  const quoted = visibleText(JSON.stringify(text));
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

/**
 * A JSON value as a TypeScript expression, laid out in lines of up to 100 characters.
 *
 * @param value - The value.
 * @param indent - Columns before the line that the expression starts on.
 */
export function valueExpression(value: Json, indent: number): Code {
  if (typeof value !== 'object' || value === null) return plainLiteral(value);
  const isList = Array.isArray(value);
  const parts = isList
    ? (value as readonly Json[]).map((item) => valueExpression(item, indent + 2))
    : Object.entries(value as JsonObject).map(
        ([name, item]) => `${keyInObject(name)}: ${valueExpression(item, indent + 2)}`,
      );
  const [opening, closing] = isList ? ['[', ']'] : ['{', '}'];
  if (parts.length === 0) return `${opening}${closing}` as Code;
  const space = isList ? '' : ' ';
  const line = `${opening}${space}${parts.join(', ')}${space}${closing}`;
  const fits = !line.includes('\n') && indent + line.length <= lineWidth - 30;
  if (fits && (isList || parts.length <= 3)) return line as Code;
  const pad = ' '.repeat(indent);
  return `${opening}\n${parts.map((part) => `${pad}  ${part},\n`).join('')}${pad}${closing}` as Code;
}

/** In an object literal, `__proto__: x` would set the prototype; a computed key does not. */
function keyInObject(name: string): Code {
  return name === '__proto__' ? ("['__proto__']" as Code) : propertyName(name);
}
