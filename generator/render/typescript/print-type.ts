import { emptyNotes } from '../../model/notes.js';
import { inheritedMembers } from '../../names.js';
import { indexType, type ObjectNode, type PropertyNode, type TupleNode, type TypeNode } from '../../model/type-node.js';
import { docComment, noteParts } from './doc-comment.js';
import { lineWidth, plainLiteral, propertyName, stringLiteral } from './literals.js';
import type { Code } from '../rendered.js';

/** An object of bare properties stands on one line up to this width. */
const shortObject = 48;

/** A type as TypeScript, on a line that starts `indent` columns in. */
export function printType(type: TypeNode, indent: number): Code {
  return print(type, indent) as Code;
}

function print(type: TypeNode, indent: number): string {
  switch (type.kind) {
    case 'literal':
      return plainLiteral(type.value);
    case 'reference':
      return type.name;
    case 'array':
      return isSimple(type.items) ? `${print(type.items, indent)}[]` : `Array<${print(type.items, indent)}>`;
    case 'tuple':
      return printTuple(type, indent);
    case 'object':
      return printObject(type, indent);
    case 'enum':
    case 'open-enum':
    case 'union':
      return layOut(alternatives(type, indent), '|', indent);
    case 'intersection':
      return layOut(
        type.members.map((member) => grouped(member, indent)),
        '&',
        indent,
      );
    default:
      return type.kind;
  }
}

/** The alternatives that a type offers, each printed. */
function alternatives(type: TypeNode, indent: number): string[] {
  if (type.kind === 'union') return type.members.flatMap((member) => alternatives(member, indent));
  if (type.kind === 'enum') return type.values.map(plainLiteral);
  // `string & {}` keeps an editor offering the known values, which plain `string` would swallow.
  if (type.kind === 'open-enum') return [...type.values.map(plainLiteral), `(${type.base} & {})`];
  return [print(type, indent)];
}

function printProperty(property: PropertyNode, indent: number): string {
  const { name, type, isOptional, notes } = property;
  const head = `${propertyName(name)}${isOptional ? '?' : ''}:`;
  const typed = printTyped(head, type, absence([property]), indent, head.length + 2);
  return `${docComment(noteParts(notes, type), indent)}${' '.repeat(indent)}${typed};\n`;
}

/** A name, a colon, and what may stand there. */
function printTyped(head: string, type: TypeNode, absent: readonly string[], indent: number, used: number): string {
  const parts = type.kind === 'unknown' ? ['unknown'] : [...alternatives(type, indent), ...absent];
  const body = layOut(parts, '|', indent, used);
  return `${head}${body.startsWith('\n') ? '' : ' '}${body}`;
}

/**
 * What else the types of properties must admit where one may be absent: what the object inherits under its name, and an
 * explicit `undefined`, also under exactOptionalPropertyTypes.
 */
function absence(properties: readonly PropertyNode[]): string[] {
  const optional = properties.filter(({ isOptional }) => isOptional);
  const inherited = optional.filter(({ name }) => inheritedMembers.has(name)).map(({ name }) => `Object['${name}']`);
  return optional.length === 0 ? [] : [...inherited, 'undefined'];
}

function printObject(type: ObjectNode, indent: number): string {
  const { properties, others, othersNotes } = type;
  const inner = indent + 2;
  const index = printIndex(type, inner);
  const comment = others === undefined ? '' : docComment(noteParts(othersNotes, others), inner);
  if (properties.length === 0 && comment === '' && !index.includes('\n')) return `{ ${index} }`;
  const lines = properties.map((property) => printProperty(property, inner));
  if (others === undefined && properties.length > 0 && lines.every((line) => !line.trimEnd().includes('\n'))) {
    const line = `{ ${lines.map((each) => each.trim().replace(/;$/, '')).join('; ')} }`;
    if (line.length <= shortObject && !line.includes('/**')) return line;
  }
  if (others !== undefined || properties.length === 0) lines.push(`${comment}${' '.repeat(inner)}${index};\n`);
  return `{\n${lines.join('')}${' '.repeat(indent)}}`;
}

function printIndex(type: ObjectNode, indent: number): string {
  const { properties, otherNames } = type;
  const covering = indexType(type);
  if (covering === undefined) return '[key: string]: never';
  const absent = otherNames === undefined ? absence(properties) : ['undefined'];
  const names = otherNames?.map(stringLiteral);
  const head = names === undefined ? '[key: string]:' : `[name in ${layOut(names, '|', indent, 12)}]?:`;
  return printTyped(head, covering, absent, indent, head.length + 1);
}

function printTuple({ items, minimum, rest }: TupleNode, indent: number): string {
  const parts = items.map((item, index) => (index < minimum ? print(item, indent) : `${grouped(item, indent)}?`));
  if (rest !== undefined) parts.push(`...${print({ kind: 'array', items: rest, itemNotes: emptyNotes }, indent)}`);
  return `[${parts.join(', ')}]`;
}

/** Lays alternatives out on one line where they fit, else on one line each. */
function layOut(parts: readonly string[], operator: '|' | '&', indent: number, used = 0): string {
  const line = parts.join(` ${operator} `);
  const blocks = parts.filter((part) => part.includes('\n')).length;
  const isShort = blocks === 0 && indent + used + line.length < lineWidth;
  // One block beside a keyword or two reads best hugged: `{ … } | undefined`.
  const isHugged =
    blocks === 1 && parts.length <= 3 && parts.every((part) => part.includes('\n') || part.length <= shortObject);
  if (parts.length === 1 || isShort || isHugged || (operator === '&' && blocks > 0)) return line;
  const pad = ' '.repeat(indent + 2);
  return parts.map((part) => `\n${pad}${operator} ${part.replaceAll('\n', '\n    ')}`).join('');
}

/** A type as an operand: in parentheses where an operator in it would bind looser. */
function grouped(type: TypeNode, indent: number): string {
  const printed = print(type, indent);
  const hasOperator = type.kind === 'intersection' || alternatives(type, indent).length > 1;
  return hasOperator ? `(${printed})` : printed;
}

function isSimple(type: TypeNode): boolean {
  if (type.kind === 'array') return isSimple(type.items);
  return ['string', 'number', 'boolean', 'null', 'unknown', 'never', 'reference', 'literal'].includes(type.kind);
}
