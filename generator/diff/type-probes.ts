import { compareText } from '../diagnostics/diagnostic.js';
import type { Json, Path } from '../json.js';
import { emptyNotes } from '../model/notes.js';
import { sampleOf } from '../model/sample.js';
import { mapParts, neverType, unknownType, type ObjectNode, type TypeNode } from '../model/type-node.js';
import { codeSpan } from '../text/code-span.js';
import { pointerText } from '../schema/pointer.js';
import type { Side } from './change-report.js';
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
  readonly path: Path;
}

/**
 * Code that shows how the type of a payload has changed: what was written before is written to it, or it is read as before.
 *
 * @param root - The type, as TypeScript.
 */
export function typeProbes(
  side: Side,
  root: string,
  before: { readonly type: TypeNode; readonly resolve: Resolve },
  after: { readonly type: TypeNode; readonly resolve: Resolve },
): readonly Probe[] {
  const isWritten = side === 'oldWriters';
  const probes: Probe[] = [];
  const met = new Set<string>();
  const add = (path: Path, reason: string, ...codes: readonly string[]): void => {
    probes.push(...codes.map((code) => ({ pointer: pointerText(path), reason, code })));
  };
  // What lies deeper can be written to anything, or read as anything.
  const deepest = isWritten ? neverType : unknownType;
  const print = (type: TypeNode, resolve: Resolve): string => printType(plain(type, resolve, deepest), 0);
  const write = (expression: string, value: Json): string =>
    `const value: ${expression} = ${valueExpression(value, 0)};`;
  const writeSample = ({ expression }: Place, type: TypeNode): string =>
    write(expression, sampleOf(type, before.resolve));

  const changed = ({ expression, path }: Place, was: TypeNode): void => {
    const printed = print(was, before.resolve);
    const reason = `The type of ${subjectOf(path).replace(/^The/, 'the')} ${isWritten ? 'no longer takes' : 'no longer fits'} ${codeSpan(short(printed))}.`;
    const values = isWritten ? literalsOf(was, before.resolve).map((value) => write(expression, value)) : [];
    const general = isWritten
      ? `declare const before: ${printed};\nconst after: ${expression} = before;`
      : `declare const after: ${expression};\nconst before: ${printed} = after;`;
    add(path, reason, ...values, general);
  };
  const compareObjects = (was: ObjectNode, is: ObjectNode, place: Place): void => {
    if (JSON.stringify([!was.others, was.otherNames]) !== JSON.stringify([!is.others, is.otherNames]))
      changed(place, was);
    for (const { name, isOptional } of isWritten ? is.properties : []) {
      const known = propertyOf(was, name);
      if (isOptional || known?.isOptional === false) continue;
      const path = [...place.path, 'properties', name];
      const what = known === undefined ? `The new property ${codeSpan(name)}` : subjectOf(path);
      add(path, `${what} must be there.`, writeSample(place, was));
    }
    for (const { name, isOptional, type } of was.properties) {
      const expression = `${place.expression}[${stringLiteral(name)}]`;
      const path = [...place.path, 'properties', name];
      const other = propertyOf(is, name);
      if (other === undefined) {
        const withIt = was.properties.map((each) => (each.name === name ? { ...each, isOptional: false } : each));
        const read = `declare const value: ${place.expression};\nconst read = value[${stringLiteral(name)}];`;
        add(path, `${subjectOf(path)} is gone.`, isWritten ? writeSample(place, { ...was, properties: withIt }) : read);
      } else if (!isWritten && !isOptional && other.isOptional) changed({ expression, path }, type);
      else {
        const mayLack = isOptional || other.isOptional;
        compare(type, other.type, { expression: mayLack ? `NonNullable<${expression}>` : expression, path });
      }
    }
  };
  const compare = (was: TypeNode, is: TypeNode, place: Place): void => {
    if (probes.length > maxProbes) return;
    const partAt = (index: string, keyword: string): Place => ({
      expression: `${place.expression}[${index}]`,
      path: [...place.path, keyword],
    });
    if (was.kind === 'reference' || is.kind === 'reference') {
      const key = [was, is].map((type) => (type.kind === 'reference' ? type.name : JSON.stringify(type))).join(' ');
      if (met.has(key)) return;
      met.add(key);
      const target = (type: TypeNode, resolve: Resolve): TypeNode =>
        type.kind === 'reference' ? resolve(type.name) : type;
      compare(target(was, before.resolve), target(is, after.resolve), place);
    } else if (was.kind === 'object' && is.kind === 'object') {
      compareObjects(was, is, place);
      if (was.others && is.others) compare(was.others, is.others, partAt('string', 'additionalProperties'));
    } else if (was.kind === 'array' && is.kind === 'array') compare(was.items, is.items, partAt('number', 'items'));
    else if (print(was, before.resolve) !== print(is, after.resolve)) changed(place, was);
  };
  compare(before.type, after.type, { expression: root, path: [] });
  return probes;
}

const propertyOf = ({ properties }: ObjectNode, name: string): ObjectNode['properties'][number] | undefined =>
  properties.find((each) => each.name === name);

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
