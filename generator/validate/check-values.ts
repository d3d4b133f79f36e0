import { compileSchema } from '../../templates/typescript/src/validators/runtime/compile.js';
import type { Problem } from '../../templates/typescript/src/validators/runtime/problem.js';
import { NestingError, Run } from '../../templates/typescript/src/validators/runtime/run.js';
import type { Catalog } from '../catalog/catalog.js';
import { allSites, type SchemaSite } from '../catalog/schema-site.js';
import type { Reporter } from '../diagnostics/reporter.js';
import type { Json, Path } from '../json.js';
import { SchemaLinker, UnknownSchemaError } from '../schema/link.js';
import { matchingCost } from '../schema/matching-cost.js';
import { pointerPath, valueAt } from '../schema/pointer.js';
import { References } from '../schema/references.js';
import { withoutMisspelt } from './misspelt-keys.js';
import { partAtFault, sentenceOf, type SchemaProblem } from './schema-words.js';
import { flawedSchemas } from './flawed-schemas.js';
import { unnamedProperties } from './unnamed-properties.js';

/** The rules that values beside schemas are held to. */
type ValueRule = 'valid-example' | 'valid-default' | 'valid-known-value' | 'possible-value';

/** Rules on values that stand in a catalog beside their schemas. */
export const valueRules: Readonly<Record<ValueRule | 'checkable-payload', string>> = {
  'valid-example': 'Every example fits its schema.',
  'valid-default': 'Every default fits its schema.',
  'valid-known-value': 'Every known value fits its schema.',
  'possible-value': 'Every value of an enum and every const fits the schema that it stands in.',
  'checkable-payload': 'Every payload can be checked in moderate time.',
};

const beginnings: Readonly<Record<ValueRule, string>> = {
  'valid-example': 'This example does not fit its schema',
  'valid-default': 'This default does not fit its schema',
  'valid-known-value': 'This known value does not fit its schema',
  'possible-value': 'This value can never occur',
};

/** A value of a catalog, and the schema that it is to fit. */
interface CheckedValue {
  readonly rule: ValueRule;
  readonly site: SchemaSite;
  /** Leads from the root of the file to the value. */
  readonly path: Path;
  readonly value: Json;
}

/** Schemas that one value may be checked against: far more than a sensible catalog needs. */
const maxSteps = 10_000_000;
/** Steps that one match of a pattern may take. */
const maxMatchSteps = 100_000_000;

/** A value cannot be checked with moderate work; the message says why, and what to do. */
class CostError extends Error {}

/** A run of the evaluator that counts its work. */
class CountedRun extends Run {
  #steps = 0;

  override enter(): void {
    super.enter();
    this.#steps += 1;
    if (this.#steps <= maxSteps) return;
    throw new CostError('Checking this against its schema takes too long: simplify the schema, or the value.');
  }

  override matches(pattern: RegExp, text: string): boolean {
    if (text.length > maxTextFor(pattern.source))
      throw new CostError(`The pattern ${pattern.source} takes too long on this text: simplify it.`);
    return super.matches(pattern, text);
  }
}

const maxTexts = new Map<string, number>();

/** How long a text may be that is matched against a pattern. */
function maxTextFor(pattern: string): number {
  const known = maxTexts.get(pattern) ?? longestText(pattern);
  maxTexts.set(pattern, known);
  return known;
}

function longestText(pattern: string): number {
  const cost = matchingCost(pattern);
  if (cost === 'linear') return Infinity;
  if (cost === 'exponential') return Math.log2(maxMatchSteps);
  // From each place in a text, each part that repeats may end at any other.
  const quantifiers = pattern.match(/[*+]|\{\d+/g) ?? [];
  const degree = quantifiers.reduce((sum, each) => sum + (Number(each.slice(1)) || 1), 1);
  return maxMatchSteps ** (1 / degree);
}

/**
 * Checks the examples of messages, and the values that schemas hold, against their schemas, as emitted validators do.
 *
 * @param catalog - A catalog that was checked against the rules.
 * @param reporter - Receives each problem, at its place inside the value. Values whose schema has problems already, or
 *   refers to one that has, are passed over: what it says of a value is not yet what is meant.
 */
export function checkValues(catalog: Catalog, reporter: Reporter): void {
  const linker = new SchemaLinker(catalog.references, flawedSchemas(catalog, reporter));
  for (const { rule, site, path, value } of [...examplesIn(catalog), ...allSites(catalog).flatMap(valuesIn)]) {
    const { file, schema } = site;
    const problems: SchemaProblem[] = [];
    try {
      const linked = linker.link(schema, file);
      const run = new CountedRun(false);
      compileSchema(linked)(value, run, undefined);
      problems.push(...run.problems.map((each) => schemaProblem(each, value)));
      if (path[0] === 'examples') problems.push(...unnamedProperties(value, linked));
    } catch (error) {
      if (!(error instanceof UnknownSchemaError))
        reporter.error('checkable-payload', { file, path }, uncheckable(error));
      continue;
    }
    for (const problem of withoutMisspelt(problems)) {
      const part = problem.path.length === 0 ? 'value' : partAtFault(problem);
      const place = { file, path: [...path, ...problem.path], part } as const;
      reporter.error(rule, place, `${beginnings[rule]}: ${continued(sentenceOf(problem))}`);
    }
  }
}

function examplesIn({ messages }: Catalog): CheckedValue[] {
  return messages.flatMap(({ file, payload: schema, examples }) =>
    examples.map(({ payload: value }, index): CheckedValue => ({
      rule: 'valid-example',
      site: { file, path: References.schemaPath(file), schema },
      path: ['examples', index, 'payload'],
      value,
    })),
  );
}

/** The values that a schema holds, and that it may refuse. */
function valuesIn(site: SchemaSite): CheckedValue[] {
  const { schema, path } = site;
  if (typeof schema === 'boolean') return [];
  const list = (rule: ValueRule, keyword: 'examples' | 'x-known-values' | 'enum'): CheckedValue[] =>
    (schema[keyword] ?? []).map((value, index) => ({ rule, site, path: [...path, keyword, index], value }));
  const single = (rule: ValueRule, keyword: 'default' | 'const'): CheckedValue[] => {
    const value = schema[keyword];
    return value === undefined ? [] : [{ rule, site, path: [...path, keyword], value }];
  };
  return [
    ...single('valid-default', 'default'),
    ...list('valid-example', 'examples'),
    ...list('valid-known-value', 'x-known-values'),
    ...list('possible-value', 'enum'),
    ...single('possible-value', 'const'),
  ];
}

/** A problem of the evaluator as that of a keyword; what is missing is at fault where it is missing. */
function schemaProblem({ keyword, pointer, limit }: Problem, root: Json): SchemaProblem {
  const path = pointerPath(pointer);
  const key = path.at(-1);
  const isMissing = keyword === 'required' || keyword === 'dependentRequired';
  const at = isMissing ? path.slice(0, -1) : path;
  return {
    keyword,
    path: at,
    value: valueAt(root, at),
    limit: keyword === 'required' ? key : keyword === 'dependentRequired' ? [limit, key] : limit,
  };
}

/** A sentence behind a colon. */
function continued(sentence: string): string {
  return /^[A-Z]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}

function uncheckable(error: unknown): string {
  if (error instanceof NestingError)
    return 'The schemas of this value refer to each other too deeply to be checked: flatten them.';
  if (error instanceof CostError) return error.message;
  throw error;
}
