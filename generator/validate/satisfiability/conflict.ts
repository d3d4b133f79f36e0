import type { Json, Path } from '../../json.js';
import type { ValueKind } from '../../schema/value-kinds.js';
import type { JsonSchema, SchemaObject } from '../../schema/json-schema.js';
import type { SchemaSite } from '../../catalog/schema-site.js';

/** Keywords that leave no value of a kind, alone or together with others. */
export interface Conflict {
  /** The schema that holds the keyword at fault. */
  readonly site: SchemaSite;
  /** Leads from the schema to the keyword at fault. */
  readonly at: Path;
  readonly message: string;
  /** Inner schemas that no value fits, which is told where they stand. Default: none. */
  readonly causes?: readonly JsonSchema[];
}

/** A schema that is an object, and where it stands. */
export interface ObjectSite extends SchemaSite {
  readonly schema: SchemaObject;
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
export interface Judge {
  /** Whether no value fits several schemas together. */
  readonly isEmpty: (sites: readonly SchemaSite[]) => boolean;
  /** Whether a value fits a schema; `undefined` where that is not plain to see. */
  readonly fits: (value: Json, site: SchemaSite) => boolean | undefined;
  /** Whether a text matches a pattern; `undefined` where that takes too long to tell. */
  readonly matches: (pattern: string, text: string) => boolean | undefined;
  /** The schemas that a schema consists of: itself, those of `allOf`, and what it refers to. */
  readonly conjuncts: (site: SchemaSite) => Conjunction;
  /** The schemas that a schema may apply to the very same value. */
  readonly inPlace: (site: SchemaSite) => SchemaSite[];
  /** All texts that fit several schemas together, and perhaps others, where they are few. */
  readonly fewTexts: (sites: Conjunction) => readonly string[] | undefined;
  /** What a schema refers to; nothing where it does not. */
  readonly target: (site: SchemaSite) => SchemaSite | undefined;
  /** The alternatives of `oneOf` that are never the only one that fits. */
  readonly coveredBranches: (site: ObjectSite) => readonly CoveredBranch[];
  /** The kinds of values that a schema leaves open. */
  readonly kinds: (site: SchemaSite) => readonly ValueKind[];
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

/** The schema inside another, and where it stands. */
export function inside({ file, path }: SchemaSite, at: Path, schema: JsonSchema): SchemaSite {
  return { file, path: [...path, ...at], schema };
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
export function nearest<Place extends Pick<Limit, 'site'>>(
  sites: Conjunction,
  ...limits: readonly [Place, ...Place[]]
): Place {
  return limits.reduce((best, limit) => (sites.indexOf(limit.site) < sites.indexOf(best.site) ? limit : best));
}

/** Tells of a lower and an upper limit of the same thing that leave nothing. */
export function rangeConflict(
  sites: Conjunction,
  low: Limit | undefined,
  high: Limit | undefined,
  noun: string,
): Conflict[] {
  if (low === undefined || high === undefined || low.value <= high.value) return [];
  const { site, keyword } = nearest(sites, low, high);
  const message = `No ${noun} fits ${low.keyword} ${low.value} and ${high.keyword} ${high.value}: ${correct}`;
  return [{ site, at: [keyword], message }];
}
