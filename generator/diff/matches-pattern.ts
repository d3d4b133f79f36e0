import { getOrInsert } from '../lazy.js';
import type { Conjunction } from '../satisfiability/conflict.js';
import { propertySchemas } from '../satisfiability/member-sites.js';
import type { Site } from '../satisfiability/site.js';

const expressions = new Map<string, RegExp>();

/** Whether a name matches a pattern (JSON Schema Core 2020-12, section 6.4). */
export function matchesPattern(pattern: string, text: string): boolean {
  return getOrInsert(expressions, pattern, () => new RegExp(pattern, 'u')).test(text);
}

/** The schemas that several schemas apply to a property. */
export function propertySites(sites: Conjunction, name: string): Site[] {
  return sites.flatMap((site) => propertySchemas(site, name, { matches: matchesPattern }));
}
