import { type CoveredBranch, type Analyzer } from './conflict.js';
import { type ObjectSite, inside } from './site.js';
import { isImplied } from './implied.js';
import { fewValues } from './value-sets.js';

/** More alternatives are not looked at: each is held against the others. */
const maxCompared = 50;

/** Finds alternatives of `oneOf` that are never the only one that fits, in their order. */
export function coveredBranches(site: ObjectSite, analyzer: Analyzer): readonly CoveredBranch[] {
  const { oneOf = [] } = site.schema;
  if (oneOf.length < 2 || oneOf.length > maxCompared) return [];
  const kinds = analyzer.kinds(site);
  const branches = oneOf.map((branch, index) => {
    const own = inside(site, ['oneOf', index], branch);
    return {
      site: own,
      values: fewValues([own], analyzer, kinds),
      kinds: analyzer.kinds(own).filter((kind) => kinds.includes(kind)),
    };
  });
  /** Whether all values that fit one fit the other; not where none does, which is reported there. */
  const isWithin = (branch: (typeof branches)[number], wider: (typeof branches)[number]): boolean => {
    if (branch === wider) return false;
    if (branch.values !== undefined) return branch.values.every((value) => analyzer.fits(value, wider.site) === true);
    return branch.kinds.every((kind) => isImplied(wider.site, kind, analyzer.conjuncts(branch.site), analyzer));
  };
  return branches.flatMap((branch, index): CoveredBranch[] => {
    if (branch.values?.length === 0 || branch.kinds.length === 0 || analyzer.isEmpty([branch.site])) return [];
    const other = branches.findIndex((each) => isWithin(branch, each));
    const wider = branches[other];
    if (wider === undefined) return [];
    const isSame = isWithin(wider, branch);
    // Of two that accept the same, the second is reported.
    return isSame && other > index ? [] : [{ index, other, isSame }];
  });
}
