import type { Json } from '../../load/source.js';
import type { JsonSchema } from '../../schema/json-schema.js';
import { keywords } from '../../schema/keywords.js';
import { canonicalText } from '../canonical-text.js';
import type { SchemaSite } from '../schema-site.js';
import { inside, type CoveredBranch, type Judge, type ObjectSite } from './conflict.js';
import { covers } from './covers.js';
import { fewValues } from './value-sets.js';

/** Of more alternatives, only those that say the same are found: each is held against the others. */
const mostCompared = 50;

/**
 * Finds alternatives of `oneOf` that are never the only one that fits.
 *
 * @param site - The schema that may have alternatives; references in it lead somewhere.
 * @param judge - Judges what the alternatives accept.
 * @returns In the order of the alternatives.
 */
export function coveredBranches(site: ObjectSite, judge: Judge): readonly CoveredBranch[] {
  const { oneOf = [] } = site.schema;
  if (oneOf.length < 2) return [];
  const copies = repeatedBranches(oneOf);
  if (oneOf.length > mostCompared) return copies;
  const known = new Set(copies.flatMap(({ index, other }) => [index, other]));
  const kinds = judge.kinds(site);
  const branches = oneOf.map((branch, index) => inside(site, ['oneOf', index], branch));
  const isCovered = (index: number, other: number): boolean => {
    const [branch, wider] = [branches[index], branches[other]];
    return branch !== undefined && wider !== undefined && index !== other && isWithin(branch, wider);
  };
  const isWithin = (branch: SchemaSite, wider: SchemaSite): boolean => {
    const values = fewValues([branch], judge, kinds);
    if (values !== undefined && values.length > 0) return values.every((value) => judge.fits(value, wider) === true);
    const own = judge.kinds(branch).filter((kind) => kinds.includes(kind));
    return own.length > 0 && own.every((kind) => covers(wider, kind, judge.conjuncts(branch), judge));
  };
  const found = [...oneOf.keys()].flatMap((index): CoveredBranch[] => {
    const branch = branches[index];
    // That no value fits it is told there.
    if (known.has(index) || branch === undefined || judge.isEmpty([branch])) return [];
    const other = [...oneOf.keys()].find((each) => isCovered(index, each));
    if (other === undefined) return [];
    const isSame = isCovered(other, index);
    // Of two that accept the same, the second is told.
    return isSame && other > index ? [] : [{ index, other, isSame }];
  });
  return [...copies, ...found];
}

/** Finds alternatives that say the same as one before, but for annotations. */
export function repeatedBranches(branches: readonly JsonSchema[]): readonly CoveredBranch[] {
  const first = new Map<string, number>();
  return branches.flatMap((branch, index): CoveredBranch[] => {
    if (branch === false) return [];
    const text = canonicalText(withoutAnnotations(branch) as Json);
    const other = first.get(text);
    if (other === undefined) first.set(text, index);
    return other === undefined ? [] : [{ index, other, isSame: true }];
  });
}

const annotations: ReadonlySet<string> = new Set(
  keywords.filter(({ effect }) => effect === 'annotation').map(({ name }) => name),
);

function withoutAnnotations(schema: JsonSchema): object | boolean {
  if (typeof schema === 'boolean') return schema;
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !annotations.has(name)));
}
