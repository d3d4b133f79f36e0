import type { Json, Path } from '../json.js';
import type { ValueKind } from '../schema/value-kinds.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import type { Languages } from './languages.js';
import type { ObjectSite, Site } from './site.js';

/** A keyword, or a part of one. */
export interface Place {
  /** The schema that holds the keyword. */
  readonly site: Site;
  /** Leads from the schema to the keyword. */
  readonly at: Path;
}

/** Keywords that leave no value of a kind, alone or together with others. */
export interface Conflict extends Place {
  /** Says what does not fit, and names the keyword of the same schema that it does not fit to. */
  readonly message: string;
  /** Where else something stands that takes part. Default: in the same schema alone. */
  readonly against?: readonly Place[];
  /** Inner schemas that no value fits, which is reported where they stand. Default: none. */
  readonly causes?: readonly JsonSchema[];
}

/** What is asked of one value: schemas that it has to fit together. The first is the one in question, the others its parts. */
export type Conjunction = readonly ObjectSite[];

/** An alternative of `oneOf` that is never the only one that fits, so that no value fits `oneOf` by it. */
export interface CoveredBranch {
  readonly index: number;
  /** Index of an alternative that all values fit that fit this one. */
  readonly other: number;
  /** Whether the two accept the same. */
  readonly isSame: boolean;
}

/** Answers what a look at one kind of values needs to know of others. Where in doubt, some value fits. */
export interface Analyzer {
  /** Whether no value fits several schemas together. */
  readonly isEmpty: (sites: readonly Site[]) => boolean;
  /** Whether whatever fits several schemas together surely fits another. */
  readonly areWithin: (given: readonly Site[], wanted: Site) => boolean;
  /** Whether a value fits a schema; `undefined` where that is not plain to see. */
  readonly fits: (value: Json, site: Site) => boolean | undefined;
  /** Whether a text matches a pattern; `undefined` where that takes too long. */
  readonly matches: (pattern: string, text: string) => boolean | undefined;
  /** The schemas that a schema consists of: itself, those of `allOf`, and what it refers to. */
  readonly conjuncts: (site: Site) => Conjunction;
  /** Which texts patterns match. */
  readonly languages: Languages;
  /** The alternatives of `oneOf` that are never the only one that fits. */
  readonly coveredBranches: (site: ObjectSite) => readonly CoveredBranch[];
  /** The kinds of values that a schema leaves open. */
  readonly kinds: (site: Site) => readonly ValueKind[];
  /** What leaves no value of a kind; `undefined` where some value may fit. */
  readonly ofKind: (context: Context) => readonly Conflict[] | undefined;
}

/** One kind of values, and what is asked of them. */
export interface Context {
  readonly kind: ValueKind;
  readonly sites: Conjunction;
  /** Those of the schemas whose alternatives and conditions are still to be looked at. */
  readonly fresh: Conjunction;
  /** How many alternatives and conditions around it were entered. */
  readonly depth: number;
}

/** Ends a message that names what contradicts each other. */
export const correct = 'correct one of them.';

/** So many things are named in a message. */
const maxNamed = 4;

/** Things that contradict each other together, for a message: `a, b and c`. */
export function listOf(words: readonly string[]): string {
  const named = words.slice(0, words.length > maxNamed ? maxNamed - 1 : -1);
  const rest = words.length > maxNamed ? `${words.length - named.length} others` : (words.at(-1) ?? '');
  return named.length === 0 ? rest : `${named.join(', ')} and ${rest}`;
}

/** A keyword that limits something, and its value. */
export interface Limit extends Place {
  readonly site: ObjectSite;
  readonly keyword: keyof SchemaObject;
  readonly value: number;
}

/** A keyword that holds a number. */
export type LimitKeyword = {
  [Name in keyof SchemaObject]-?: SchemaObject[Name] extends number | undefined ? Name : never;
}[keyof SchemaObject];

/** The largest value that keywords have in a conjunction, the first of equals: of lower limits, the one that counts. */
export function largest(sites: Conjunction, ...keywords: readonly LimitKeyword[]): Limit | undefined {
  return strongest(sites, keywords, (value, best) => value > best);
}

/** The smallest value that keywords have in a conjunction, the first of equals: of upper limits, the one that counts. */
export function smallest(sites: Conjunction, ...keywords: readonly LimitKeyword[]): Limit | undefined {
  return strongest(sites, keywords, (value, best) => value < best);
}

function strongest(
  sites: Conjunction,
  keywords: readonly LimitKeyword[],
  isStronger: (value: number, best: number) => boolean,
): Limit | undefined {
  let best: Limit | undefined;
  for (const keyword of keywords) {
    for (const site of sites) {
      const value = site.schema[keyword];
      if (value !== undefined && (best === undefined || isStronger(value, best.value)))
        best = { site, at: [keyword], keyword, value };
    }
  }
  return best;
}

/** A limit as a message names it. */
export const wordsOf = ({ keyword, value }: Limit): string => `${keyword} ${value}`;

/** A conflict that is reported at a place, and names those of others that lie in other schemas. */
export function conflictAt(own: Place, others: readonly Place[], message: string): Conflict {
  return { site: own.site, at: own.at, message, against: others.filter(({ site }) => site !== own.site) };
}

/** A conflict of several places, reported at the one in the schema nearest to the one in question; the first of equals. */
export function conflictAmong(sites: readonly Site[], places: readonly [Place, ...Place[]], message: string): Conflict {
  const own = places.reduce((best, each) => (sites.indexOf(each.site) < sites.indexOf(best.site) ? each : best));
  return conflictAt(own, places, message);
}

/** Reports a lower and an upper limit of the same thing that leave nothing. */
export function rangeConflict(
  sites: Conjunction,
  low: Limit | undefined,
  high: Limit | undefined,
  noun: string,
): Conflict[] {
  if (low === undefined || high === undefined || low.value <= high.value) return [];
  return [conflictAmong(sites, [low, high], `No ${noun} fits ${wordsOf(low)} and ${wordsOf(high)}: ${correct}`)];
}
