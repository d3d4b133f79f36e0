import { compileSchema } from '../../templates/typescript/src/validators/runtime/compile.js';
import type { Problem } from '../../templates/typescript/src/validators/runtime/problem.js';
import { NestingError } from '../../templates/typescript/src/validators/runtime/run.js';
import type { Schema } from '../../templates/typescript/src/validators/runtime/schema.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Reporter } from '../diagnostics/reporter.js';
import type { Json, Path } from '../json.js';
import { CostError, CountedRun } from '../schema/counted-run.js';
import { SchemaLinker, UnknownSchemaError } from '../schema/link.js';
import { pointerPath, valueAt } from '../schema/pointer.js';
import { partAtFault, sentenceOf, withoutMisspelt, type SchemaProblem } from './schema-messages.js';
import { unnamedProperties } from './unnamed-properties.js';

/** What is wrong with a value of the catalog. */
interface Misfit {
  /** Leads from the value to what is at fault. */
  readonly path: Path;
  readonly part: 'key' | 'value';
  readonly message: string;
  /** Whether the value could not be checked with moderate work. */
  readonly isUncheckable?: true;
}

/** Schemas that one value may be checked against: far more than a sensible catalog needs. */
const maxSteps = 10_000_000;
/** Steps that one match of a pattern may take. */
const maxMatchSteps = 100_000_000;

/**
 * Checks a value against a schema, as emitted validators do, and counts the work.
 *
 * @param schema - Its schema, linked. Where the check comes to one with an error, nothing is known of the value.
 * @param beginning - What the message says before the sentence on the problem.
 * @param moreProblems - Finds problems besides. Default: none.
 */
export function misfitsOf(
  value: Json,
  schema: Schema,
  beginning: string,
  moreProblems: (value: Json, schema: Schema) => readonly SchemaProblem[] = () => [],
): Misfit[] {
  let steps = maxSteps;
  const run = new CountedRun(false, { take: () => (steps -= 1) >= 0, maxMatchSteps });
  try {
    compileSchema(schema)(value, run, undefined);
    const problems = [...run.problems.map((each) => schemaProblem(each, value)), ...moreProblems(value, schema)];
    return withoutMisspelt(problems).map((problem) => ({
      path: problem.path,
      part: problem.path.length === 0 ? 'value' : partAtFault(problem),
      message: `${beginning}: ${sentenceOf(problem).replace(/^[A-Z]/, (first) => first.toLowerCase())}`,
    }));
  } catch (error) {
    if (error instanceof UnknownSchemaError) return [];
    return [{ path: [], part: 'value', message: uncheckable(error), isUncheckable: true }];
  }
}

/** Checks the examples of messages, which callers copy, against their payloads but those with an error. */
export function checkExamples(catalog: Catalog, flawed: ReadonlySet<unknown>, reporter: Reporter): void {
  const linker = new SchemaLinker(catalog.references, flawed);
  for (const { file, payload: schema, examples } of catalog.messages) {
    for (const [index, { payload }] of examples.entries()) {
      const linked = linker.link(schema, file);
      for (const misfit of misfitsOf(payload, linked, 'This example does not fit its schema', unnamedProperties)) {
        const { path, part, message, isUncheckable } = misfit;
        const rule = isUncheckable === true ? 'checkable-payload' : 'valid-example';
        reporter.error(rule, { file, path: ['examples', index, 'payload', ...path], part }, message);
      }
    }
  }
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

function uncheckable(error: unknown): string {
  if (error instanceof NestingError)
    return 'The schemas of this value refer to each other too deeply to be checked: flatten them.';
  if (error instanceof CostError) return error.message;
  throw error;
}
