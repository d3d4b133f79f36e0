import { hasFormat, isNumberFormat, knownFormats } from '../formats.js';
import { syntaxProblem } from '../patterns.js';
import {
  correct,
  largest,
  nearest,
  rangeConflict,
  smallest,
  type Conflict,
  type Conjunction,
  type Judge,
  type Limit,
  type ObjectSite,
} from './conflict.js';
import type { Languages } from './languages.js';

/** Longer texts than this are told from shorter ones by their limits alone. */
const longestCounted = 500;

/** Texts of these formats match these patterns, and others besides. */
const formatPatterns: Readonly<Record<string, string>> = {
  date: '^\\d{4}-\\d\\d-\\d\\d$',
  'date-time': '^\\d{4}-\\d\\d-\\d\\d[^]\\d\\d:\\d\\d:\\d\\d[^]+$',
  uuid: '^(?:[uU][rR][nN]:[uU][uU][iI][dD]:)?[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$',
  ipv4: '^\\d{1,3}(?:\\.\\d{1,3}){3}$',
  email: '^[^]+@[^]+\\.[^]+$',
};

/** A pattern without assertions inside, or empty classes, matches some text. */
const mayBeEmpty = /[^[\\]\^|\$(?!$)|\\[bB]|\(\?<?[=!]|\[\]/;

/** Something that is asked of a text. */
interface Demand {
  readonly site: ObjectSite;
  readonly keyword: keyof ObjectSite['schema'];
  /** How it is called in a message. */
  readonly words: string;
  /** A regular expression that all texts match that meet it. Default: none is known. */
  readonly pattern: string | undefined;
  readonly isMet: (text: string) => boolean;
}

/** Finds lengths, patterns and formats that no text meets together, as far as regular expressions tell. */
export function textConflicts(sites: Conjunction, languages: Languages, judge: Judge): Conflict[] {
  const [low, high] = [largest(sites, 'minLength'), smallest(sites, 'maxLength')];
  const range = rangeConflict(sites, low, high, 'text');
  if (range.length > 0) return range;
  const patterns = demandsOf(sites, judge);
  if (patterns.length === 0) return [];
  const demands = [...patterns, ...lengthDemands(low, high)];
  for (const [index, demand] of patterns.entries()) {
    if (demand.pattern === undefined) continue;
    if (mayBeEmpty.test(demand.pattern) && languages.isEmpty(demand.pattern))
      return [conflict(demand, 'No text matches this pattern: correct it.')];
    const others = demands.filter((each) => each !== demand && !patterns.slice(0, index).includes(each));
    const other = others.find((each) => excludes(demand, each, languages));
    if (other === undefined) continue;
    const at = nearest(sites, demand, other);
    return [conflict(at, `No text fits ${demand.words} and ${other.words}: ${correct}`)];
  }
  return [];
}

/** A pattern as it is quoted in a message. */
const cut = (pattern: string): string => (pattern.length > 60 ? `${pattern.slice(0, 59)}…` : pattern);

function conflict({ site, keyword }: Demand, message: string): Conflict {
  return { site, at: [keyword], message };
}

/** Whether no text meets two demands: their languages have no text in common, or none of few texts meets both. */
function excludes(demand: Demand, other: Demand, languages: Languages): boolean {
  if (demand.pattern === undefined) return false;
  if (other.pattern !== undefined && languages.areDisjoint(demand.pattern, other.pattern)) return true;
  const few =
    languages.words(demand.pattern) ?? (other.pattern === undefined ? undefined : languages.words(other.pattern));
  return few !== undefined && !few.some((text) => demand.isMet(text) && other.isMet(text));
}

function demandsOf(sites: Conjunction, judge: Judge): Demand[] {
  return sites.flatMap((site): Demand[] => {
    const { pattern, format } = site.schema;
    const demands: Demand[] = [];
    if (pattern !== undefined && syntaxProblem(pattern) === undefined) {
      const isMet = (text: string): boolean => judge.matches(pattern, text) !== false;
      demands.push({ site, keyword: 'pattern', words: `pattern ${cut(pattern)}`, pattern, isMet });
    }
    if (format !== undefined && knownFormats.has(format) && !isNumberFormat(format)) {
      const wider = Object.hasOwn(formatPatterns, format) ? formatPatterns[format] : undefined;
      const isMet = (text: string): boolean => hasFormat(format, text);
      demands.push({ site, keyword: 'format', words: `format ${format}`, pattern: wider, isMet });
    }
    return demands;
  });
}

/** What limits ask of a text's length: each alone, then both. */
function lengthDemands(low: Limit | undefined, high: Limit | undefined): Demand[] {
  const words = ({ keyword, value }: Limit): string => `${keyword} ${value}`;
  const least = low && low.value > 0 ? [lengthDemand(low, words(low), low.value, Infinity)] : [];
  const most = high ? [lengthDemand(high, words(high), 0, high.value)] : [];
  if (low === undefined || high === undefined) return [...least, ...most];
  return [...least, ...most, lengthDemand(low, `${words(low)} and ${words(high)}`, low.value, high.value)];
}

function lengthDemand({ site, keyword }: Limit, words: string, least: number, most: number): Demand {
  const bounds = `${Math.min(least, longestCounted)},${most > longestCounted ? '' : most}`;
  const isMet = (text: string): boolean => {
    const { length } = [...text];
    return least <= length && length <= most;
  };
  return { site, keyword, words, pattern: `^[^]{${bounds}}$`, isMet };
}
