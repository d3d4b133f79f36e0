import { correct, type Conflict, type Conjunction, type Analyzer, type Limit } from './conflict.js';
import { othersOf } from './member-sites.js';
import type { ObjectSite } from './site.js';

/** Of so many names, each is looked at. */
const mostNames = 500;

/** Finds where fewer properties can be there than must, by what keeps a property of a name from being there. */
export function tooFewProperties(
  sites: Conjunction,
  low: Limit,
  analyzer: Analyzer,
  problemsOf: (name: string) => readonly Conflict[],
): Conflict[] {
  for (const site of sites) {
    const names = allowedNames(site, analyzer);
    if (names === undefined) continue;
    const problems = names.length < low.value || names.length > mostNames ? [] : names.map(problemsOf);
    const refused = problems.filter(({ length }) => length > 0);
    const most = names.length - refused.length;
    if (low.value <= most) continue;
    const message = `minProperties asks for ${low.value}, but there can be only ${most}: ${correct}`;
    const causes = refused.flat().flatMap((each) => each.causes ?? []);
    return [{ site: low.site, at: ['minProperties'], message, causes }];
  }
  return [];
}

/** The names of the properties that a schema lists where it allows no others; those of patterns, too, where they are few. */
function allowedNames(site: ObjectSite, analyzer: Analyzer): readonly string[] | undefined {
  const { properties = {}, patternProperties = {} } = site.schema;
  const others = othersOf(site);
  if (others === undefined || !analyzer.isEmpty([others])) return undefined;
  const names = new Set(Object.keys(properties));
  for (const pattern of Object.keys(patternProperties)) {
    const texts = analyzer.fewTexts([{ ...site, schema: { pattern } }]);
    if (texts === undefined) return undefined;
    for (const text of texts) names.add(text);
  }
  return [...names];
}
