import { groupBy } from '../../group-by.js';
import { posix } from 'node:path';
import type { Catalog } from '../../catalog/catalog.js';
import { rootSites } from '../../catalog/schema-site.js';
import type { Finding, LintRule } from '../rule.js';
import { pointerText } from '../../schema/pointer.js';
import { shapeText, shapesOf, type Shape } from '../shape.js';

/** A single field is no shape. */
const fewestFields = 2;

/** Most places that a finding names. */
const mostPlaces = 3;

/** Two copies of a shape drift apart, and callers get two types for one thing. */
export const shapeWrittenOnce: LintRule = {
  id: 'shape-written-once',
  sentence: 'No shape of two or more fields is written twice; the payload of a message as a whole does not count.',
  check({ catalog }) {
    const groups = duplicates(catalog);
    const repeated = new Set(groups.flat());
    const isOutermost = ({ parent }: Shape): boolean =>
      parent === undefined || (!repeated.has(parent) && isOutermost(parent));
    return groups.flatMap((group) => {
      const told = group.filter(isOutermost);
      const type = group.find((shape) => isSharedType(shape));
      if (type !== undefined) return told.filter((shape) => shape !== type).map((shape) => referTo(type, shape));
      const [first] = told;
      return first === undefined ? [] : [shareWith(first, group)];
    });
  },
};

/** Shapes that are the same, two or more a group. */
function duplicates(catalog: Catalog): Shape[][] {
  const shapes = rootSites(catalog)
    .flatMap(({ file, path, schema }) => shapesOf(file, path, schema))
    .filter(({ path, schema }) => {
      const isPayload = path.length === 1 && path[0] === 'payload';
      return !isPayload && Object.keys(schema.properties ?? {}).length >= fewestFields;
    });
  const groups = groupBy(shapes, ({ schema, file }) => shapeText(schema, file, catalog.references));
  return [...groups.values()].filter((group) => group.length > 1);
}

function isSharedType({ file, path }: Shape): boolean {
  return path.length === 0 && file.path.startsWith('types/');
}

function referTo(type: Shape, { file, path }: Shape): Finding {
  const reference = posix.relative(posix.dirname(file.path), type.file.path);
  return { file, path, message: `This is the shape of ${type.file.path}: write $ref: ${reference} instead.` };
}

function shareWith(first: Shape, group: readonly Shape[]): Finding {
  const others = group.filter((shape) => shape !== first).map(({ file, path }) => `${file.path}#${pointerText(path)}`);
  const rest = others.length > mostPlaces ? ` and ${others.length - mostPlaces} more` : '';
  const isOneFile = group.every(({ file }) => file === first.file);
  const home = isOneFile ? '$defs' : 'a file of types/';
  return {
    file: first.file,
    path: first.path,
    message: `This shape stands in ${others.slice(0, mostPlaces).join(', ')}${rest} too: write it once, in ${home}, and refer to it with $ref.`,
  };
}
