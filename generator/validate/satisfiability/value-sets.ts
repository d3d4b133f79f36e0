import type { SchemaSite } from '../schema-site.js';
import { largest, smallest, type Conjunction, type Judge } from './conflict.js';
import { asksForIntegers } from './numbers.js';

/** How many different values fit a schema at most. */
export function mostValues(site: SchemaSite, judge: Judge): number {
  const sites = judge.conjuncts(site);
  const sizes: Readonly<Record<string, number>> = { null: 1, boolean: 2, number: mostIntegers(sites) };
  const ofKinds = judge.kinds(site).reduce((sum, kind) => sum + (sizes[kind] ?? Infinity), 0);
  return sites.reduce((least, { schema }) => {
    return Math.min(least, schema.const === undefined ? Infinity : 1, schema.enum?.length ?? Infinity);
  }, ofKinds);
}

function mostIntegers(sites: Conjunction): number {
  if (!sites.some(({ schema }) => asksForIntegers(schema.type))) return Infinity;
  const least = Math.max(
    Math.ceil(largest(sites, 'minimum')?.value ?? -Infinity),
    Math.floor(largest(sites, 'exclusiveMinimum')?.value ?? -Infinity) + 1,
  );
  const most = Math.min(
    Math.floor(smallest(sites, 'maximum')?.value ?? Infinity),
    Math.ceil(smallest(sites, 'exclusiveMaximum')?.value ?? Infinity) - 1,
  );
  return most - least + 1;
}
