import type { Json, Path } from '../json.js';
import type { ValueKind } from '../schema/value-kinds.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
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
  /** All texts that fit several schemas together, and perhaps others, where they are few. */
  readonly fewTexts: (sites: Conjunction) => readonly string[] | undefined;
  /** The alternatives of `oneOf` that are never the only one that fits. */
  readonly coveredBranches: (site: ObjectSite) => readonly CoveredBranch[];
  /** The kinds of values that a schema leaves open. */
  readonly kinds: (site: Site) => readonly ValueKind[];
}

/** Ends a message that names what contradicts each other. */
export const correct = 'correct one of them.';

/** So many things are named in a message. */
const mostNamed = 4;

/** Things that contradict each other together, for a message: `a, b and c`. */
export function listOf(words: readonly string[]): string {
  const named = words.slice(0, words.length > mostNamed ? mostNamed - 1 : -1);
  const rest = words.length > mostNamed ? `${words.length - named.length} others` : (words.at(-1) ?? '');
  return named.length === 0 ? rest : `${named.join(', ')} and ${rest}`;
}

/** A keyword's value, and the schema that holds it. */
export interface Limit {
  readonly site: ObjectSite;
  readonly keyword: keyof SchemaObject;
  readonly value: number;
}

type LimitKeyword = {
  [Name in keyof SchemaObject]-?: SchemaObject[Name] extends number | undefined ? Name : never;
}[keyof SchemaObject];

/** The largest value that a keyword has in a conjunction: of lower limits, the one that counts. */
export function largest(sites: Conjunction, keyword: LimitKeyword): Limit | undefined {
  return strongest(sites, keyword, (value, best) => value > best);
}

/** The smallest value that a keyword has in a conjunction: of upper limits, the one that counts. */
export function smallest(sites: Conjunction, keyword: LimitKeyword): Limit | undefined {
  return strongest(sites, keyword, (value, best) => value < best);
}

function strongest(
  sites: Conjunction,
  keyword: LimitKeyword,
  isStronger: (value: number, best: number) => boolean,
): Limit | undefined {
  let best: Limit | undefined;
  for (const site of sites) {
    const value = site.schema[keyword];
    if (value !== undefined && (best === undefined || isStronger(value, best.value))) best = { site, keyword, value };
  }
  return best;
}

/** Whichever of two limits stands in the schema nearest to the one in question; the first where both do. */
export function nearest<At extends Pick<Limit, 'site'>>(sites: Conjunction, ...limits: readonly [At, ...At[]]): At {
  return limits.reduce((best, limit) => (sites.indexOf(limit.site) < sites.indexOf(best.site) ? limit : best));
}

/** Where a limit stands. */
export function placeOf({ site, keyword }: Limit): Place {
  return { site, at: [keyword] };
}

/** Those of several places that lie in other schemas. */
export function elsewhere({ site }: Pick<Place, 'site'>, places: readonly Place[]): Place[] {
  return places.filter((place) => place.site !== site);
}

/** Reports a lower and an upper limit of the same thing that leave nothing. */
export function rangeConflict(
  sites: Conjunction,
  low: Limit | undefined,
  high: Limit | undefined,
  noun: string,
): Conflict[] {
  if (low === undefined || high === undefined || low.value <= high.value) return [];
  const own = nearest(sites, low, high);
  const message = `No ${noun} fits ${low.keyword} ${low.value} and ${high.keyword} ${high.value}: ${correct}`;
  return [{ ...placeOf(own), message, against: elsewhere(own, [low, high].map(placeOf)) }];
}
