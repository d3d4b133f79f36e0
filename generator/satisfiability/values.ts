import type { Json } from '../json.js';
import { allKinds, kindOfValue, type ValueKind } from '../schema/value-kinds.js';
import {
  conflictAt,
  correct,
  largest,
  smallest,
  type Analyzer,
  type Conflict,
  type Conjunction,
  type Context,
} from './conflict.js';
import type { ObjectSite, Site } from './site.js';
import { every } from './fits.js';
import { asksForIntegers } from './numbers.js';
import { fewTexts } from './texts.js';

/** More integers than these are not listed. */
const maxIntegers = 100;

/** All values, of some kinds, that fit several schemas together, and perhaps others, where they are listed, or few. */
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
  if (kind === 'string') return fewTexts(sites, analyzer);
  if (kind === 'array') return smallest(sites, 'maxItems')?.value === 0 ? [[]] : undefined;
  if (kind === 'number') return fewIntegers(sites);
  return smallest(sites, 'maxProperties')?.value === 0 ? [{}] : undefined;
}

/** The integers between limits, where no other number fits. */
function fewIntegers(sites: Conjunction): readonly number[] | undefined {
  const low = largest(sites, 'minimum', 'exclusiveMinimum')?.value ?? -Infinity;
  const high = smallest(sites, 'maximum', 'exclusiveMaximum')?.value ?? Infinity;
  const count = Math.floor(high) - Math.ceil(low) + 1;
  if (count > maxIntegers || !sites.some(({ schema }) => asksForIntegers(schema.type))) return undefined;
  return Array.from({ length: Math.max(0, count) }, (_, index) => Math.ceil(low) + index);
}

/** More values than these are not tried. */
const maxTried = 1000;

/** Finds closed lists of values of which none fits the rest. */
export function listedConflicts({ kind, sites }: Context, analyzer: Analyzer): Conflict[] {
  const owner = sites.find(({ schema }) => schema.const !== undefined || schema.enum !== undefined);
  if (owner === undefined) return [];
  const values = listed(owner).filter((value) => kindOfValue(value) === kind);
  if (values.length > maxTried || !fitNowhere(values, sites, analyzer)) return [];
  // Where a schema refuses each of the values that it lists by itself, another rule reports each value.
  const isReported = listed(owner).every((value) => analyzer.fits(value, owner) === false);
  const isConst = owner.schema.const !== undefined;
  const what = isConst ? 'The value of const does not fit' : 'No value of enum fits';
  const own = conflictAt(
    { site: owner, at: [isConst ? 'const' : 'enum'] },
    [],
    `${what} what else is asked here: ${correct}`,
  );
  return [{ ...own, causes: isReported ? [owner.schema] : [] }];
}

/** Finds kinds of one or two values of which none fits. */
export function kindConflicts({ kind, sites }: Context, analyzer: Analyzer): Conflict[] {
  const values = kind === 'null' ? [null] : kind === 'boolean' ? [false, true] : undefined;
  const [site, ...others] = sites;
  if (site === undefined || values === undefined || !fitNowhere(values, sites, analyzer)) return [];
  const message = `The parts of this leave no value: ${correct}`;
  return [{ site, at: [], message, against: others.map((each) => ({ site: each, at: [] })) }];
}

function fitNowhere(values: readonly Json[], sites: Context['sites'], analyzer: Analyzer): boolean {
  return values.every((value) => every(sites, (site) => analyzer.fits(value, site)) === false);
}
