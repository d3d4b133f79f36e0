import type { Reporter } from '../diagnostics/reporter.js';
import type { Json } from '../json.js';
import type { SourceFile } from '../load/source.js';
import { pointerText } from '../schema/pointer.js';
import { References } from '../schema/references.js';
import { dropInvalidParts } from './drop-invalid-parts.js';
import { withoutUnindented } from './forgotten-payload.js';
import { withoutMisspelt } from './misspelt-keys.js';
import type { SchemaProblem } from './schema-messages.js';
import { structureErrors, type FileKind } from './structure-schemas.js';
import { wordStructureError } from './structure-messages.js';
import { problemOf } from './relevant-errors.js';

/**
 * Checks a file against the JSON Schema of its kind.
 *
 * @param file - The file to check.
 * @param kind - What it should be.
 * @param reporter - Receives each problem, in plain words.
 * @returns What can be used of the file; `undefined` where it is something else altogether.
 */
export function checkStructure(file: SourceFile, kind: FileKind, reporter: Reporter): Json | undefined {
  const { value } = file;
  const errors = structureErrors(value, kind);
  if (errors.length === 0) return value;
  const problems = withoutUnindented(errors).map((error) => ({ ...problemOf(error), error }));
  for (const { error } of withoutCompanions(withoutMisspelt(problems))) {
    const { rule, path, part, message } = wordStructureError(error, file);
    reporter.error(rule, { file, path, part }, message);
  }
  return dropInvalidParts(value, errors, References.schemaPath(file));
}

/** A key that goes with another is not missing where that other holds what it may not: it may have to go. */
function withoutCompanions<Found extends SchemaProblem>(problems: readonly Found[]): readonly Found[] {
  const wrong = new Set(problems.map(({ path }) => pointerText(path)));
  return problems.filter(
    ({ keyword, path, limit }) =>
      keyword !== 'dependentRequired' || !wrong.has(pointerText([...path, (limit as readonly string[])[0] ?? ''])),
  );
}
