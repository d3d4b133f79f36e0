import type { Json } from '../json.js';
import { allKinds, kindOfValue, type ValueKind } from '../schema/value-kinds.js';
import { smallest, type Conjunction, type Analyzer } from './conflict.js';
import type { ObjectSite, Site } from './site.js';
import { every } from './fits.js';

/**
 * All values that fit several schemas together, and perhaps others, where they are listed, or few.
 *
 * @param kinds - Only values of these kinds count. Default: all.
 */
export function fewValues(
  given: readonly Site[],
  analyzer: Analyzer,
  kinds: readonly ValueKind[] = allKinds,
): readonly Json[] | undefined {
  const sites = given.flatMap(analyzer.conjuncts);
  const found: Json[] = [];
  const owner = sites.find(({ schema }) => schema.const !== undefined || schema.enum !== undefined);
  if (owner !== undefined) found.push(...listed(owner).filter((value) => kinds.includes(kindOfValue(value))));
  else {
    for (const kind of kinds.filter((each) => given.every((site) => analyzer.kinds(site).includes(each)))) {
      const values = valuesOfKind(kind, sites, analyzer);
      if (values === undefined) return undefined;
      found.push(...values);
    }
  }
  return found.filter((value) => every(given, (site) => analyzer.fits(value, site)) !== false);
}

/** The values that a schema lists. */
export function listed({ schema }: ObjectSite): readonly Json[] {
  return schema.const === undefined ? (schema.enum ?? []) : [schema.const];
}

function valuesOfKind(kind: ValueKind, sites: Conjunction, analyzer: Analyzer): readonly Json[] | undefined {
  if (kind === 'null') return [null];
  if (kind === 'boolean') return [false, true];
  if (kind === 'string') return analyzer.fewTexts(sites);
  if (kind === 'array') return smallest(sites, 'maxItems')?.value === 0 ? [[]] : undefined;
  return kind === 'object' && smallest(sites, 'maxProperties')?.value === 0 ? [{}] : undefined;
}
