import { posix } from 'node:path';
import type { Catalog } from '../../catalog/catalog.js';
import { allSites, type SchemaSite } from '../../catalog/schema-site.js';
import { groupBy } from '../../group-by.js';
import { pointerText } from '../../schema/pointer.js';
import { shapeText } from '../shape-text.js';
import type { Finding, LintRule } from '../rule.js';

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
  check({ catalog }) {
    const groups = duplicates(catalog);
    const repeated = new Set(groups.flat().map(placeOf));
    const isOutermost = ({ file, path }: SchemaSite): boolean =>
      !path.some((_, depth) => repeated.has(placeOf({ file, path: path.slice(0, depth) })));
    return groups.flatMap((group) => {
      const outermost = group.filter(isOutermost);
      const type = group.find(({ file, path }) => path.length === 0 && file.path.startsWith('types/'));
      if (type !== undefined) return outermost.filter((shape) => shape !== type).map((shape) => referTo(type, shape));
      const [first] = outermost;
      return first === undefined ? [] : [shareWith(first, group)];
    });
  },
};

/** Shapes that are the same, two or more a group. */
function duplicates(catalog: Catalog): SchemaSite[][] {
  const shapes = allSites(catalog).filter(({ path, schema }) => {
    const isPayload = path.length === 1 && path[0] === 'payload';
    const { properties = {} } = schema;
    return !isPayload && Object.keys(properties).length >= minFields && !path.some((key) => conditions.has(key));
  });
  const groups = groupBy(shapes, ({ schema, file }) => shapeText(schema, file, catalog.references));
  return [...groups.values()].filter((group) => group.length > 1);
}

function placeOf({ file, path }: Pick<SchemaSite, 'file' | 'path'>): string {
  return `${file.path}#${pointerText(path)}`;
}

function referTo(type: SchemaSite, { file, path }: SchemaSite): Finding {
  const reference = posix.relative(posix.dirname(file.path), type.file.path);
  return { file, path, message: `This is the shape of ${type.file.path}: write $ref: ${reference} instead.` };
}

function shareWith({ file, path }: SchemaSite, group: readonly SchemaSite[]): Finding {
  const others = group.map(placeOf).filter((place) => place !== placeOf({ file, path }));
  const rest = others.length > maxPlaces ? ` and ${others.length - maxPlaces} more` : '';
  const home = group.every((each) => each.file === file) ? '$defs' : 'a file of types/';
  const message = `This shape stands in ${others.slice(0, maxPlaces).join(', ')}${rest} too: write it once, in ${home}, and refer to it with $ref.`;
  return { file, path, message };
}
