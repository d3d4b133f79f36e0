import type { Reporter } from '../diagnostics/reporter.js';
import { withoutGaps } from '../load/gaps.js';
import type { Json } from '../json.js';
import { fileStem, type SourceFile } from '../load/source.js';
import { likelyMessageName } from '../names.js';
import { fittingStructures } from './fitting-structures.js';
import { salvage, type Substitutes } from './salvage.js';
import { withoutMisspelt } from './misspelt-keys.js';
import { StructureSchemas, type FileKind } from './structure-schemas.js';
import { wordStructureError } from './structure-words.js';
import { sureErrors } from './sure-errors.js';
import type { SchemaError } from './telling-errors.js';

/** A file that was checked against the JSON Schema of its kind. */
export interface CheckedFile {
  /** What it holds; what does not fit is left out. `undefined` where too little is left. */
  readonly value: Json | undefined;
  /** Whether all of it fits. */
  readonly isWhole: boolean;
}

/** Checks files against the JSON Schema of their kind, and tells in plain words what does not fit. */
export class StructureCheck {
  readonly #fitting = fittingStructures();
  /** Compiled where something may not fit. */
  #schemas: StructureSchemas | undefined;

  /**
   * @param file - The file to check.
   * @param kind - What it should be.
   * @param reporter - Receives each problem.
   */
  check(file: SourceFile, kind: FileKind, reporter: Reporter): CheckedFile {
    const { value } = file;
    const errors = this.#fitting?.[kind](value) === true ? [] : this.#misfits(value, kind);
    if (errors.length === 0) return { value, isWhole: true };
    this.#tell(errors, file, reporter);
    return { value: this.#salvage(value, errors, file, kind), isWhole: false };
  }

  /**
   * Checks what can be read of a file that is no YAML as a whole.
   *
   * @param file - The file.
   * @param kind - What it should be.
   * @param reporter - Receives each problem that cannot come of what cannot be read.
   */
  checkRest(file: SourceFile, kind: FileKind, reporter: Reporter): CheckedFile {
    if (file.rest === undefined) return { value: undefined, isWhole: false };
    const { value } = file.rest;
    this.#tell(sureErrors(this.#misfits(value, kind), file.rest), file, reporter);
    const readable = withoutGaps(value);
    return { value: this.#salvage(readable, this.#misfits(readable, kind), file, kind), isWhole: false };
  }

  #tell(errors: readonly SchemaError[], file: SourceFile, reporter: Reporter): void {
    const telling = withoutCompanions(withoutMisspelt(errors));
    for (const { rule, path, part, message } of telling.map((error) => wordStructureError(error, file)))
      reporter.error(rule, { file, path, part }, message);
  }

  #salvage(value: Json, errors: readonly SchemaError[], file: SourceFile, kind: FileKind): Json | undefined {
    return salvage(value, errors, substitutes(file), (left) => this.#misfits(left, kind));
  }

  #misfits(value: Json, kind: FileKind): SchemaError[] {
    this.#schemas ??= new StructureSchemas();
    return this.#schemas.misfits(value, kind);
  }
}

/** A message is known by its file's name, as far as that can name one; what else is required says nothing here. */
function substitutes(file: SourceFile): Substitutes {
  return { name: likelyMessageName(fileStem(file)), description: '-', payload: true, title: '-', version: '0.0.0' };
}

/** A key that goes with another is not missing where that other holds what it may not: it may have to go. */
function withoutCompanions(errors: readonly SchemaError[]): SchemaError[] {
  const wrong = new Set(errors.map(({ instancePath }) => instancePath));
  return errors.filter(
    ({ keyword, instancePath, params }) =>
      keyword !== 'dependentRequired' || !wrong.has(`${instancePath}/${String(params['property'])}`),
  );
}
