import type { Json } from '../../json.js';
import type { JsonSchema } from '../../schema/json-schema.js';
import { keywords } from '../../schema/keywords.js';
import { canonicalText } from '../../schema/canonical-text.js';
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
  const branches = oneOf.map((branch, index) => {
    const own = inside(site, ['oneOf', index], branch);
    return {
      site: own,
      values: fewValues([own], judge, kinds),
      kinds: judge.kinds(own).filter((kind) => kinds.includes(kind)),
    };
  });
  /** Whether all values that fit one fit the other; not where none does, which is told there. */
  const isWithin = (branch: (typeof branches)[number], wider: (typeof branches)[number]): boolean => {
    if (branch === wider) return false;
    if (branch.values !== undefined) return branch.values.every((value) => judge.fits(value, wider.site) === true);
    return branch.kinds.every((kind) => covers(wider.site, kind, judge.conjuncts(branch.site), judge));
  };
  const found = branches.flatMap((branch, index): CoveredBranch[] => {
    if (known.has(index) || branch.values?.length === 0 || branch.kinds.length === 0 || judge.isEmpty([branch.site]))
      return [];
    const other = branches.findIndex((each) => isWithin(branch, each));
    const wider = branches[other];
    if (wider === undefined) return [];
    const isSame = isWithin(wider, branch);
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
