import type { Reporter } from '../diagnostics/reporter.js';
import type { Json } from '../json.js';
import type { SourceFile } from '../load/source.js';
import { References } from '../schema/references.js';
import { dropInvalidParts } from './drop-invalid-parts.js';
import { withoutUnindented } from './forgotten-payload.js';
import { withoutMisspelt } from './misspelt-keys.js';
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
  for (const { error } of withoutMisspelt(problems)) {
    const { rule, path, part, message } = wordStructureError(error, file);
    reporter.error(rule, { file, path, part }, message);
  }
  return dropInvalidParts(value, errors, References.schemaPath(file));
}
