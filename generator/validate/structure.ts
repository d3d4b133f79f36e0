import type { Reporter } from '../diagnostics/reporter.js';
import { withoutGaps } from '../load/gaps.js';
import type { Json } from '../json.js';
import { fileStem, type SourceFile } from '../load/source.js';
import { likelyMessageName } from '../names.js';
import { pointerText } from '../schema/pointer.js';
import { salvage, type Substitutes } from './salvage.js';
import { withoutMisspelt } from './misspelt-keys.js';
import { structureErrors, type FileKind } from './structure-schemas.js';
import { wordStructureError } from './structure-words.js';
import { sureErrors } from './sure-errors.js';
import type { SchemaProblem } from './schema-words.js';
import { problemOf, type SchemaError } from './telling-errors.js';

/** A file that was checked against the JSON Schema of its kind. */
export interface CheckedFile {
  /** What it holds; what does not fit is left out. `undefined` where too little is left. */
  readonly value: Json | undefined;
  /** Whether all of it fits. */
  readonly isWhole: boolean;
}

/**
 * Checks a file against the JSON Schema of its kind.
 *
 * @param file - The file to check.
 * @param kind - What it should be.
 * @param reporter - Receives each problem, in plain words.
 */
export function checkStructure(file: SourceFile, kind: FileKind, reporter: Reporter): CheckedFile {
  const { value } = file;
  const errors = structureErrors(value, kind);
  if (errors.length === 0) return { value, isWhole: true };
  report(errors, file, reporter);
  return { value: salvageFile(value, errors, file, kind), isWhole: false };
}

/**
 * Checks what can be read of a file that is no YAML as a whole.
 *
 * @param file - The file.
 * @param kind - What it should be.
 * @param reporter - Receives each problem that cannot come of what cannot be read.
 */
export function checkRest(file: SourceFile, kind: FileKind, reporter: Reporter): CheckedFile {
  if (file.rest === undefined) return { value: undefined, isWhole: false };
  const { value } = file.rest;
  report(sureErrors(structureErrors(value, kind), file.rest), file, reporter);
  const readable = withoutGaps(value);
  return { value: salvageFile(readable, structureErrors(readable, kind), file, kind), isWhole: false };
}

function report(errors: readonly SchemaError[], file: SourceFile, reporter: Reporter): void {
  const problems = errors.map((error) => ({ ...problemOf(error), error }));
  for (const { error } of withoutCompanions(withoutMisspelt(problems))) {
    const { rule, path, part, message } = wordStructureError(error, file);
    reporter.error(rule, { file, path, part }, message);
  }
}

function salvageFile(value: Json, errors: readonly SchemaError[], file: SourceFile, kind: FileKind): Json | undefined {
  return salvage(value, errors, substitutes(file), (left) => structureErrors(left, kind));
}

/** A message is known by its file's name, as far as that can name one; what else is required says nothing here. */
function substitutes(file: SourceFile): Substitutes {
  return { name: likelyMessageName(fileStem(file)), description: '-', payload: true, title: '-', version: '0.0.0' };
}

/** A key that goes with another is not missing where that other holds what it may not: it may have to go. */
function withoutCompanions<Found extends SchemaProblem>(problems: readonly Found[]): readonly Found[] {
  const wrong = new Set(problems.map(({ path }) => pointerText(path)));
  return problems.filter(
    ({ keyword, path, limit }) =>
      keyword !== 'dependentRequired' || !wrong.has(pointerText([...path, (limit as readonly string[])[0] ?? ''])),
  );
}
