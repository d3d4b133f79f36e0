import type { Reporter } from '../diagnostics/reporter.js';
import type { Json } from '../json.js';
import type { SourceFile } from '../load/source.js';
import { fittingStructures } from './fitting-structures.js';
import { dropInvalidParts, type ValidParts } from './drop-invalid-parts.js';
import { withoutMisspelt } from './misspelt-keys.js';
import { StructureSchemas, type FileKind } from './structure-schemas.js';
import { wordStructureError } from './structure-words.js';
import type { SchemaError } from './telling-errors.js';

/** Checks files against the JSON Schema of their kind, and tells in plain words what does not fit. */
export class StructureCheck {
  readonly #fitting = fittingStructures();
  /** Compiled where something may not fit. */
  #schemas: StructureSchemas | undefined;

  /**
   * Checks a file.
   *
   * @param file - The file to check.
   * @param kind - What it should be.
   * @param reporter - Receives each problem.
   * @returns What can be used of the file; `undefined` where it is something else altogether.
   */
  check(file: SourceFile, kind: FileKind, reporter: Reporter): ValidParts | undefined {
    const { value } = file;
    const errors = this.#fitting?.[kind](value) === true ? [] : this.#misfits(value, kind);
    if (errors.length === 0) return { value, incomplete: new Set() };
    for (const error of withoutCompanions(withoutMisspelt(errors))) {
      const { rule, path, part, message } = wordStructureError(error, file);
      reporter.error(rule, { file, path, part }, message);
    }
    return dropInvalidParts(value, errors, (left) => this.#misfits(left, kind));
  }

  #misfits(value: Json, kind: FileKind): SchemaError[] {
    this.#schemas ??= new StructureSchemas();
    return this.#schemas.misfits(value, kind);
  }
}

/** A key that goes with another is not missing where that other holds what it may not: it may have to go. */
function withoutCompanions(errors: readonly SchemaError[]): SchemaError[] {
  const wrong = new Set(errors.map(({ instancePath }) => instancePath));
  return errors.filter(
    ({ keyword, instancePath, params }) =>
      keyword !== 'dependentRequired' || !wrong.has(`${instancePath}/${String(params['property'])}`),
  );
}
