import { compareText } from '../diagnostics/diagnostic.js';
import type { Json, Path } from '../json.js';
import type { SourceFile } from '../load/source.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import { keywords } from '../schema/keywords.js';
import type { References } from '../schema/references.js';
import { describingSubschemas } from './fields.js';

/** A schema of an object that lists its fields, and the place where it stands. */
export interface Shape {
  readonly file: SourceFile;
  /** Leads from the root of the file to the schema. */
  readonly path: Path;
  readonly schema: SchemaObject;
  /** The nearest shape around it. */
  readonly parent: Shape | undefined;
}

/** Keywords that say nothing about which values fit; whether they are secret counts as if it did. */
const silent: ReadonlySet<string> = new Set(
  keywords.filter(({ name, effect }) => effect === 'annotation' && name !== 'x-secret').map(({ name }) => name),
);

const contents = new Map<string, (typeof keywords)[number]['holds']>(keywords.map(({ name, holds }) => [name, holds]));

/**
 * Lists the shapes of a schema, outer ones before those inside them.
 *
 * @param file - The file that it stands in.
 * @param path - Leads from the root of the file to it.
 * @param schema - A checked schema.
 */
export function shapesOf(file: SourceFile, path: Path, schema: JsonSchema): Shape[] {
  const shapes: Shape[] = [];
  const visit = (inner: JsonSchema, at: Path, parent: Shape | undefined): void => {
    if (typeof inner === 'boolean') return;
    const shape = inner.properties === undefined ? undefined : { file, path: at, schema: inner, parent };
    if (shape !== undefined) shapes.push(shape);
    for (const next of describingSubschemas(inner)) visit(next.schema, [...at, ...next.path], shape ?? parent);
  };
  visit(schema, path, undefined);
  return shapes;
}

/**
 * Writes down which values a schema admits, the same for schemas that differ only in their documentation and in the order
 * of their keys.
 *
 * @param schema - A checked schema.
 * @param file - The file that it stands in.
 * @param references - Find what `$ref` points at.
 */
export function shapeText(schema: JsonSchema, file: SourceFile, references: References): string {
  const sorted = (entries: readonly (readonly [string, unknown])[]): object =>
    Object.fromEntries(entries.toSorted(([a], [b]) => compareText(a, b)).map(([key, value]) => [` ${key}`, value]));
  const content = (name: string, value: Json | JsonSchema): unknown => {
    if (name === '$ref') {
      const { file: target, pointer } = references.target(String(value), file);
      return [target.path, ...pointer];
    }
    if (name === 'required') return [...(value as readonly string[])].sort();
    switch (contents.get(name)) {
      case 'schema':
        return canonical(value as JsonSchema);
      case 'list':
        return (value as readonly JsonSchema[]).map(canonical);
      case 'map':
        return sorted(Object.entries(value as object).map(([key, inner]) => [key, canonical(inner as JsonSchema)]));
      default:
        return value;
    }
  };
  const canonical = (inner: JsonSchema): unknown =>
    typeof inner === 'boolean'
      ? inner
      : sorted(
          Object.entries(inner)
            .filter(([name]) => !silent.has(name))
            .map(([name, value]) => [name, content(name, value as Json)]),
        );
  return JSON.stringify(canonical(schema));
}
