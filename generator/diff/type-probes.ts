import { compareText } from '../diagnostics/diagnostic.js';
import type { Json } from '../json.js';
import { emptyNotes } from '../model/notes.js';
import { sampleOf } from '../model/sample.js';
import { mapParts, neverType, unknownType, type ObjectNode, type TypeNode } from '../model/type-node.js';
import { codeSpan } from '../text/code-span.js';
import { pointerText } from '../schema/pointer.js';
import { subjectOf } from './reasons.js';
import { plainLiteral, stringLiteral, valueExpression } from '../render/typescript/literals.js';
import { printType } from '../render/typescript/print-type.js';

/** Code that may compile before a change of types and not after it. */
export interface Probe {
  /** JSON Pointer of the place in the payload's schema. */
  readonly pointer: string;
  /** What changes there. */
  readonly reason: string;
  /** The code without its imports; shorter ones of the same place come first. */
  readonly code: string;
}

/** Finds the type that a name stands for. */
export type Resolve = (name: string) => TypeNode;

/** More places of a message are not looked at: its types are other ones. */
const maxProbes = 60;
/** Levels of types inside one another that are written out. */
const maxDepth = 6;

/** Where two types stand. */
interface Place {
  /** The type after the change, as TypeScript. */
  readonly expression: string;
  readonly path: readonly (string | number)[];
}

/**
 * Code that shows how the type of a payload has changed: what was written before is written to it, or it is read as before.
 *
 * @param root - The type, as TypeScript.
 */
export function typeProbes(
  side: 'oldWriters' | 'oldReaders',
  root: string,
  before: { readonly type: TypeNode; readonly resolve: Resolve },
  after: { readonly type: TypeNode; readonly resolve: Resolve },
): readonly Probe[] {
  const probes: Probe[] = [];
  const met = new Set<string>();
  const add = ({ expression, path }: Place, reason: string, codes: readonly string[]): void => {
    for (const code of codes)
      probes.push({ pointer: pointerText(path), reason, code: code.replaceAll('%', expression) });
  };
  // What lies deeper can be written to anything, or read as anything.
  const deepest = side === 'oldWriters' ? neverType : unknownType;
  const print = (type: TypeNode, resolve: Resolve): string => printType(plain(type, resolve, deepest), 0);
  const literal = (type: TypeNode): Json => sampleOf(type, before.resolve);
  const write = (value: Json): string => `const value: % = ${valueExpression(value, 0)};`;

  const changed = (place: Place, was: TypeNode): void => {
    const printed = print(was, before.resolve);
    const reason = `The type of ${subjectOf(place.path).replace(/^The/, 'the')} ${side === 'oldWriters' ? 'no longer takes' : 'no longer fits'} ${codeSpan(short(printed))}.`;
    const general =
      side === 'oldWriters'
        ? `declare const before: ${printed};\nconst after: % = before;`
        : `declare const after: %;\nconst before: ${printed} = after;`;
    const values = side === 'oldWriters' ? literalsOf(was, before.resolve).map((value) => write(value)) : [];
    add(place, reason, [...values, general]);
  };
  const compareObjects = (was: ObjectNode, is: ObjectNode, place: Place): void => {
    if (JSON.stringify([!was.others, was.otherNames]) !== JSON.stringify([!is.others, is.otherNames]))
      changed(place, was);
    for (const property of was.properties) {
      const { name, isOptional } = property;
      const inner = {
        expression: `${place.expression}[${stringLiteral(name)}]`,
        path: [...place.path, 'properties', name],
      };
      const other = is.properties.find((each) => each.name === name);
      if (other === undefined) {
        const whole = {
          ...was,
          properties: was.properties.map((each) => (each.name === name ? { ...each, isOptional: false } : each)),
        };
        const read = `declare const value: %;\nconst read = value[${stringLiteral(name)}];`;
        add({ ...place, path: inner.path }, `${subjectOf(inner.path)} is gone.`, [
          side === 'oldWriters' ? write(literal(whole)) : read,
        ]);
        continue;
      }
      if (side === 'oldWriters' && isOptional && !other.isOptional)
        add({ ...place, path: inner.path }, `${subjectOf(inner.path)} must be there.`, [write(literal(was))]);
      if (side === 'oldReaders' && !isOptional && other.isOptional) changed(inner, property.type);
      else
        compare(
          property.type,
          other.type,
          isOptional || other.isOptional ? { ...inner, expression: `NonNullable<${inner.expression}>` } : inner,
        );
    }
    if (side === 'oldReaders') return;
    for (const { name, isOptional } of is.properties)
      if (!isOptional && !was.properties.some((each) => each.name === name))
        add(
          { ...place, path: [...place.path, 'properties', name] },
          `The new property ${codeSpan(name)} must be there.`,
          [write(literal(was))],
        );
  };
  const compare = (was: TypeNode, is: TypeNode, place: Place): void => {
    if (probes.length > maxProbes) return;
    if (was.kind === 'reference' || is.kind === 'reference') {
      const key = [was, is].map((type) => (type.kind === 'reference' ? type.name : JSON.stringify(type))).join(' ');
      if (met.has(key)) return;
      met.add(key);
      compare(
        was.kind === 'reference' ? before.resolve(was.name) : was,
        is.kind === 'reference' ? after.resolve(is.name) : is,
        place,
      );
    } else if (was.kind === 'object' && is.kind === 'object') {
      compareObjects(was, is, place);
      if (was.others && is.others)
        compare(was.others, is.others, {
          expression: `${place.expression}[string]`,
          path: [...place.path, 'additionalProperties'],
        });
    } else if (was.kind === 'array' && is.kind === 'array')
      compare(was.items, is.items, {
        expression: `${place.expression}[number]`,
        path: [...place.path, 'items'],
      });
    else if (print(was, before.resolve) !== print(is, after.resolve)) changed(place, was);
  };
  compare(before.type, after.type, { expression: root, path: [] });
  return probes;
}

/** Values that a type lists, or one of each of its plain kinds. */
function literalsOf(type: TypeNode, resolve: Resolve): readonly Json[] {
  if (type.kind === 'enum') return type.values;
  if (type.kind === 'union') return type.members.flatMap((member) => literalsOf(member, resolve));
  if (type.kind === 'reference') return literalsOf(resolve(type.name), resolve);
  return ['string', 'number', 'boolean', 'null', 'literal'].includes(type.kind) ? [sampleOf(type, resolve)] : [];
}

const short = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

/** The same type without notes, and with what names stand for in their place, but where that is too deep. */
function plain(type: TypeNode, resolve: Resolve, deepest: TypeNode, depth = maxDepth): TypeNode {
  if (type.kind === 'reference') return depth > 0 ? plain(resolve(type.name), resolve, deepest, depth - 1) : deepest;
  if (type.kind === 'enum')
    return { ...type, values: type.values.toSorted((a, b) => compareText(plainLiteral(a), plainLiteral(b))) };
  // A copy counts as changed, so that its notes go.
  return mapParts(
    type,
    (part) => ({ ...plain(part, resolve, deepest, depth - 1) }),
    () => emptyNotes,
  );
}
