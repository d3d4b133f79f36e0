import { posix } from 'node:path';
import type { Catalog } from '../../catalog/catalog.js';
import { allSites, type SchemaSite } from '../../catalog/schema-site.js';
import { groupBy } from '../../group-by.js';
import type { FilePlace } from '../../load/source.js';
import { pointerText } from '../../schema/pointer.js';
import type { LintRule } from '../rule.js';
import { shapeText } from '../shape-text.js';

/** A single field is no shape. */
const minFields = 2;

/** Most places that a finding names. */
const maxPlaces = 3;

/** Keywords whose schemas only set conditions. */
const conditions: ReadonlySet<unknown> = new Set(['if', 'then', 'else', 'not', 'contains', 'dependentSchemas']);

/** Two copies of a shape drift apart, and callers get two types for one thing. */
export const shapeWrittenOnce: LintRule = {
  id: 'shape-written-once',
  sentence: 'No shape of two or more fields is written twice; the payload of a message as a whole does not count.',
  check({ catalog }, report) {
    const groups = duplicates(catalog);
    const repeated = new Set(groups.flat().map(placeOf));
    const isOutermost = ({ file, path }: SchemaSite): boolean =>
      !path.some((_, depth) => repeated.has(placeOf({ file, path: path.slice(0, depth) })));
    for (const group of groups) {
      const outermost = group.filter(isOutermost);
      const type = group.find(({ file, path }) => path.length === 0 && file.path.startsWith('types/'));
      if (type !== undefined) {
        for (const shape of outermost) if (shape !== type) report(shape, referTo(type, shape));
      } else if (outermost[0] !== undefined) report(outermost[0], share(outermost[0], group));
    }
  },
};

/** Shapes that are the same, two or more a group. */
function duplicates(catalog: Catalog): SchemaSite[][] {
  const shapes = allSites(catalog).filter(({ path, schema: { properties = {} } }) => {
    const isPayload = path.length === 1 && path[0] === 'payload';
    return !isPayload && Object.keys(properties).length >= minFields && !path.some((key) => conditions.has(key));
  });
  const groups = groupBy(shapes, ({ schema, file }) => shapeText(schema, file, catalog.references));
  return [...groups.values()].filter((group) => group.length > 1);
}

const placeOf = ({ file, path }: FilePlace): string => `${file.path}#${pointerText(path)}`;

function referTo(type: SchemaSite, { file }: SchemaSite): string {
  const reference = posix.relative(posix.dirname(file.path), type.file.path);
  return `This is the shape of ${type.file.path}: write $ref: ${reference} instead.`;
}

function share(shape: SchemaSite, group: readonly SchemaSite[]): string {
  const others = group.map(placeOf).filter((place) => place !== placeOf(shape));
  const rest = others.length > maxPlaces ? ` and ${others.length - maxPlaces} more` : '';
  const home = group.every(({ file }) => file === shape.file) ? '$defs' : 'a file of types/';
  return `This shape stands in ${others.slice(0, maxPlaces).join(', ')}${rest} too: write it once, in ${home}, and refer to it with $ref.`;
}
