import { contentHash } from '../content-hash.js';
import type { Reporter } from '../diagnostics/reporter.js';
import { withoutGaps } from '../load/gaps.js';
import { fileStem, isJsonObject, type Json, type Path, type SourceFile } from '../load/source.js';
import type { Memory } from '../memory.js';
import { likelyMessageName, unnamed } from '../names.js';
import { fittingStructures } from './fitting-structures.js';
import { foreignKeyword, foreignValue } from './foreign-words.js';
import { salvage, type Substitutes } from './salvage.js';
import { withoutMisspelt } from './misspelt-keys.js';
import { propertyNames, told, wordError } from './schema-words.js';
import { StructureSchemas, type FileKind } from './structure-schemas.js';
import { didYouMean } from './suggest.js';
import { sureErrors } from './sure-errors.js';
import type { SchemaError } from './telling-errors.js';

/** Rules that a file by itself can break, and what they say. */
export const structureRules = {
  structure: 'Every file has the structure of its kind.',
  'known-keyword': 'Every key is one that its place knows.',
} as const;

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
  readonly #valid: Memory<true>;

  /** @param valid - Keys of what earlier runs found to be valid. */
  constructor(valid: Memory<true>) {
    this.#valid = valid;
  }

  /**
   * @param file - The file to check.
   * @param kind - What it should be.
   * @param reporter - Receives each problem.
   */
  check(file: SourceFile, kind: FileKind, reporter: Reporter): CheckedFile {
    const { value } = file;
    const key = `${kind} ${contentHash(file.text)}`;
    if (this.#valid.recall(key) === true) return { value, isWhole: true };
    const errors = this.#fitting?.[kind](value) === true ? [] : this.#misfits(value, kind);
    if (errors.length === 0) {
      this.#valid.remember(key, true);
      return { value, isWhole: true };
    }
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
    for (const { rule, path, part, message } of telling.map((error) => plainError(error, file)))
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

interface PlainError {
  readonly rule: keyof typeof structureRules;
  readonly path: Path;
  readonly part: 'key' | 'value';
  readonly message: string;
}

function plainError(error: SchemaError, file: SourceFile): PlainError {
  const problem = wordError(error);
  if (error.keyword === 'additionalProperties') {
    const key = String(error.params['additionalProperty']);
    const known = propertyNames(error.parentSchema);
    const hint = foreignKeyword(key) ?? keyHint(key, error.data, known);
    return { ...problem, rule: 'known-keyword', message: `${JSON.stringify(key)} is not known here.${hint}` };
  }
  const foreign = foreignValue(problem.path, error);
  if (foreign !== undefined) return { ...problem, rule: 'structure', message: withHint(problem.message, foreign) };
  if (error.keyword === 'pattern' || error.keyword === 'minLength' || isUnfitNumber(error))
    return { ...problem, rule: 'structure', message: misfitText(error, file) ?? problem.message };
  return { ...problem, rule: 'structure' };
}

/** Whether a number stands where a text is expected, and would not fit in quotes either. */
function isUnfitNumber({ keyword, data, parentSchema = {} }: SchemaError): boolean {
  const { pattern } = parentSchema as { pattern?: string };
  if (keyword !== 'type' || typeof data !== 'number' || pattern === undefined) return false;
  return !new RegExp(pattern, 'u').test(String(data));
}

/** A message with another hint than the one that it may end with. */
function withHint(message: string, hint: string): string {
  return message.replace(/ Did you mean "[^"]*"\?$/, '') + hint;
}

/** What belongs in the place of a text that does not fit; `undefined` where the JSON Schema does not say. */
function misfitText(
  { keyword, instancePath, data, parentSchema = {} }: SchemaError,
  file: SourceFile,
): string | undefined {
  const {
    description,
    pattern,
    examples = [],
  } = parentSchema as { description?: string; pattern?: string; examples?: readonly string[] };
  if (description === undefined) return undefined;
  const text = String(data);
  if (text.trim() === '') return `There is no text here. Write one: ${description}`;
  // A message has the name of its file.
  const names = instancePath === '/name' ? [fileStem(file), text] : [text];
  // Of a number, its digits are lost: 1.10 reads as 1.1.
  const isMisspelt = keyword === 'pattern' && pattern !== undefined;
  const meant = isMisspelt ? likelyMeant(text, names, new RegExp(pattern, 'u')) : undefined;
  const hint =
    meant === undefined
      ? examples.map((each) => ` Write it like ${told(each)}.`).join('')
      : ` Did you mean ${told(meant)}?`;
  return `${told(data)} does not fit here: ${description}${hint}`;
}

/** What a text becomes that is a name in kebab-case, a version or a web address but for a trifle. */
function likelyMeant(text: string, names: readonly string[], pattern: RegExp): string | undefined {
  const version = text.trim().replace(/^v/i, '');
  const url = text.trim().replace(/^(?:git\+)?(?:http|ssh|git)s?:\/\//, 'https://');
  const likely = [text.trim(), version, `${version}.0`, `${version}.0.0`, url, ...names.map(likelyMessageName)];
  return likely.find((each) => pattern.test(each) && each !== unnamed);
}

/** Inside braces, a comma ends a text that has no quotes: what follows it becomes a key without a value. */
function keyHint(key: string, object: unknown, known: readonly string[]): string {
  const value = isJsonObject(object as Json) ? (object as Readonly<Record<string, Json>>)[key] : undefined;
  const isTextRest = value === null && key.includes(' ');
  if (isTextRest) return ' If it belongs to the text before it, put that text in quotes.';
  return didYouMean(key, known) || ' Remove it, or correct its name.';
}
