import { hasFormat } from '../schema/formats.js';
import { conflictAmong, conflictAt, correct, largest, listOf, rangeConflict, smallest, wordsOf } from './conflict.js';
import type { Analyzer, Conflict, Conjunction, Limit, Place } from './conflict.js';
import type { Languages } from './languages.js';

/** Longer texts than this are distinguished from shorter ones by their limits alone. */
const maxCounted = 500;

/** Texts of these formats match these patterns, and others besides. */
const formatPatterns: Readonly<Record<string, string>> = {
  date: '^\\d{4}-\\d\\d-\\d\\d$',
  'date-time': '^\\d{4}-\\d\\d-\\d\\d[^]\\d\\d:\\d\\d:\\d\\d[^]+$',
  uuid: '^(?:[uU][rR][nN]:[uU][uU][iI][dD]:)?[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$',
  ipv4: '^\\d{1,3}(?:\\.\\d{1,3}){3}$',
  email: '^[^]+@[^]+\\.[^]+$',
};

/** A pattern without assertions inside, or empty classes, matches some text; its automaton matches the same. */
const withAssertions = /[^[\\]\^|\$(?!$)|\\[bB]|\(\?<?[=!]|\[\]/;

/** Something that is asked of a text. */
interface Demand extends Place {
  /** How it is called in a message. */
  readonly words: string;
  /** A regular expression that all texts match that meet it. Default: none is known. */
  readonly pattern: string | undefined;
  readonly isMet: (text: string) => boolean;
}

/** Finds lengths, patterns and formats that no text meets together, as far as regular expressions show. */
export function textConflicts(sites: Conjunction, analyzer: Analyzer): Conflict[] {
  const { languages } = analyzer;
  const [low, high] = [largest(sites, 'minLength'), smallest(sites, 'maxLength')];
  const range = rangeConflict(sites, low, high, 'text');
  if (range.length > 0) return range;
  const patterns = demandsOf(sites, analyzer);
  if (patterns.length === 0) return [];
  const unmatchable = patterns.find(({ pattern = '' }) => withAssertions.test(pattern) && languages.isEmpty(pattern));
  if (unmatchable !== undefined) return [conflictAt(unmatchable, [], 'No text matches this pattern: correct it.')];
  const lengths = lengthDemands(low, high);
  const all = [...patterns, ...lengths.slice(-1)];
  const areContrary = all.length > 1 && areExclusive(all, languages);
  if (areContrary === false) return [];
  const causes = areContrary ? needed([...patterns, ...lengths], languages) : [];
  const [first, ...others] = causes;
  if (first === undefined) return [];
  const message = `No text fits ${listOf(causes.map(({ words }) => words))}: ${correct}`;
  return [conflictAmong(sites, [first, ...others], message)];
}

/** Whether each text that meets what schemas ask of texts surely matches a pattern. */
export function doAllMatch(sites: Conjunction, wanted: string, analyzer: Analyzer): boolean {
  return analyzer.languages.areWithin(patternsOf(demandsOf(sites, analyzer)), wanted);
}

/** All texts that meet what schemas ask of texts, and perhaps others, where they are few. */
export function fewTexts(sites: Conjunction, analyzer: Analyzer): readonly string[] | undefined {
  const demands = demandsOf(sites, analyzer);
  const lengths = lengthDemands(largest(sites, 'minLength'), smallest(sites, 'maxLength')).slice(-1);
  const all = [...demands, ...lengths];
  const isBounded = demands.length > 0 || smallest(sites, 'maxLength')?.value === 0;
  const found = isBounded ? analyzer.languages.words(patternsOf(all)) : undefined;
  return found?.filter((text) => all.every(({ isMet }) => isMet(text)));
}

const patternsOf = (demands: readonly Demand[]): string[] => [
  ...new Set(demands.flatMap(({ pattern }) => pattern ?? [])),
];

/** Of so many demands, each is held against the others. */
const maxCompared = 150;

/** Of demands that no text meets all of, some that none meets all of either, each of which it takes. */
function needed(demands: readonly Demand[], languages: Languages): readonly Demand[] {
  let left = demands;
  for (const demand of demands.length > maxCompared ? [] : demands) {
    const others = left.filter((each) => each !== demand);
    if (areExclusive(others, languages) === true) left = others;
  }
  return left;
}

/** A pattern as it is quoted in a message. */
const cut = (pattern: string): string => (pattern.length > 60 ? `${pattern.slice(0, 59)}…` : pattern);

/** Whether demands' languages have no text in common, or none of few texts meets all; `undefined` where that takes too long. */
function areExclusive(demands: readonly Demand[], languages: Languages): boolean | undefined {
  const areDisjoint = languages.areDisjoint(patternsOf(demands));
  const isExact = demands.every(({ at, pattern = '' }) => at[0] !== 'format' && !withAssertions.test(pattern));
  if (areDisjoint === true || (areDisjoint === false && isExact)) return areDisjoint;
  for (const { at, pattern } of demands) {
    const few = at[0] === 'pattern' && pattern !== undefined ? languages.words([pattern]) : undefined;
    if (few !== undefined) return !few.some((text) => demands.every(({ isMet }) => isMet(text)));
  }
  return areDisjoint;
}

function demandsOf(sites: Conjunction, analyzer: Analyzer): Demand[] {
  return sites.flatMap((site): Demand[] => {
    const { pattern, format } = site.schema;
    const demands: Demand[] = [];
    if (pattern !== undefined) {
      const isMet = (text: string): boolean => analyzer.matches(pattern, text) !== false;
      demands.push({ site, at: ['pattern'], words: `pattern ${cut(pattern)}`, pattern, isMet });
    }
    if (format !== undefined) {
      const wider = Object.hasOwn(formatPatterns, format) ? formatPatterns[format] : undefined;
      const isMet = (text: string): boolean => hasFormat(format, text);
      demands.push({ site, at: ['format'], words: `format ${format}`, pattern: wider, isMet });
    }
    return demands;
  });
}

/** What limits ask of a text's length: each alone, then both. */
function lengthDemands(low: Limit | undefined, high: Limit | undefined): Demand[] {
  const least = low && low.value > 0 ? [lengthDemand(low, wordsOf(low), low.value, Infinity)] : [];
  const most = high ? [lengthDemand(high, wordsOf(high), 0, high.value)] : [];
  if (low === undefined || high === undefined) return [...least, ...most];
  return [...least, ...most, lengthDemand(low, `${wordsOf(low)} and ${wordsOf(high)}`, low.value, high.value)];
}

function lengthDemand({ site, at }: Place, words: string, least: number, most: number): Demand {
  const bounds = `${Math.min(least, maxCounted)},${most > maxCounted ? '' : most}`;
  const isMet = (text: string): boolean => {
    const { length } = [...text];
    return least <= length && length <= most;
  };
  return { site, at, words, pattern: `^[^]{${bounds}}$`, isMet };
}
