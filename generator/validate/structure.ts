import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Reporter } from '../diagnostics/reporter.js';
import { schemasFolder } from '../installation.js';
import type { Path, SourceFile } from '../load/source.js';
import { didYouMean } from './suggest.js';

/** The kinds of files that a catalog holds; each has a JSON Schema. */
export type FileKind = 'catalog' | 'message' | 'type';

/** Keywords of other dialects, and what to write in this one. */
const foreignKeywords: Readonly<Record<string, string>> = {
  nullable: 'Write type: [string, "null"].',
  definitions: 'Write $defs.',
  example: 'Write examples, a list.',
  $schema: 'Remove it: every schema of a catalog is JSON Schema 2020-12.',
  $id: 'Remove it: a catalog names schemas by path.',
  id: 'Remove it: a catalog names schemas by path.',
  $anchor: 'Refer to the schema by its path, such as #/$defs/x.',
  $dynamicRef: 'Write $ref.',
  $dynamicAnchor: 'Remove it, and refer to the schema by its path.',
  $recursiveRef: 'Write $ref.',
  additionalItems: 'Write prefixItems for the tuple and items for the rest.',
  dependencies: 'Write dependentRequired or dependentSchemas.',
  discriminator: 'Give each branch of oneOf a property with a const.',
};

/** Checks files against the JSON Schema of their kind, and tells in plain words what does not fit. */
export class StructureCheck {
  readonly #ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    ownProperties: true,
    strict: false,
    validateSchema: false,
  });
  readonly #validators = new Map<FileKind, ValidateFunction>();

  constructor() {
    this.#ajv.addSchema(readSchema('type'), 'type.schema.json');
  }

  /**
   * @param file - The file to check.
   * @param kind - What it should be.
   * @param reporter - Receives each problem.
   * @returns Whether it fits.
   */
  check(file: SourceFile, kind: FileKind, reporter: Reporter): boolean {
    const validate = this.#validator(kind);
    if (validate(file.value)) return true;
    for (const problem of plainErrors(validate.errors ?? [])) {
      reporter.error(problem.rule, { file, path: problem.path, part: problem.part }, problem.message);
    }
    return false;
  }

  #validator(kind: FileKind): ValidateFunction {
    const known = this.#validators.get(kind);
    if (known !== undefined) return known;
    const validate = kind === 'type' ? this.#ajv.getSchema('type.schema.json') : this.#ajv.compile(readSchema(kind));
    if (validate === undefined) throw new Error('type.schema.json is not known to ajv.');
    this.#validators.set(kind, validate);
    return validate;
  }
}

interface PlainError {
  readonly rule: 'structure' | 'known-keyword';
  readonly path: Path;
  readonly part: 'key' | 'value';
  readonly message: string;
}

function plainErrors(errors: readonly ErrorObject[]): PlainError[] {
  // What fails inside a branch of anyOf is told by the anyOf itself.
  return errors.filter(({ schemaPath }) => !schemaPath.includes('/anyOf/')).map(plainError);
}

function plainError(error: ErrorObject): PlainError {
  const path = pointerPath(error.instancePath);
  const value = (message: string): PlainError => ({ rule: 'structure', path, part: 'value', message });
  const params = error.params as Readonly<Record<string, unknown>>;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      const known = Object.keys((error.parentSchema?.['properties'] as object | undefined) ?? {});
      const hint = Object.hasOwn(foreignKeywords, key) ? ` ${foreignKeywords[key]}` : keyHint(key, error.data, known);
      return {
        rule: 'known-keyword',
        path: [...path, key],
        part: 'key',
        message: `${JSON.stringify(key)} is not known here.${hint}`,
      };
    }
    case 'required':
      return { ...value(`${JSON.stringify(params['missingProperty'])} is missing here.`), part: 'key' };
    case 'type':
      return value(`${indefinite(params['type'])} is expected here, not ${kindOf(error.data)}.`);
    case 'enum':
    case 'anyOf': {
      const allowed = (params['allowedValues'] as readonly string[] | undefined) ?? typeNames;
      const written = typeof error.data === 'string' ? error.data : JSON.stringify(error.data);
      return value(`${JSON.stringify(error.data)} is not one of ${allowed.join(', ')}.${didYouMean(written, allowed)}`);
    }
    case 'pattern':
    case 'minLength':
      return value(
        `${JSON.stringify(error.data)} does not fit here: ${String(error.parentSchema?.['description'] ?? error.message)}`,
      );
    case 'uniqueItems':
      return value(`Items ${String(params['j'])} and ${String(params['i'])} are equal: remove one.`);
    default:
      return value(`This ${error.message ?? 'does not fit'}.`);
  }
}

/** Inside braces, a comma ends a text that has no quotes: what follows it becomes a key without a value. */
function keyHint(key: string, object: unknown, known: readonly string[]): string {
  const value = (object as Readonly<Record<string, unknown>>)[key];
  const isTextRest = value === null && key.includes(' ');
  return isTextRest ? ' If it belongs to the text before it, put that text in quotes.' : didYouMean(key, known);
}

const typeNames = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'];

function indefinite(types: unknown): string {
  const names = (Array.isArray(types) ? types : [types]).map((name: unknown) =>
    name === 'object' ? 'a mapping' : name === 'array' ? 'a list' : `a ${String(name)}`,
  );
  const text = names.join(' or ').replaceAll('a integer', 'an integer');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : `the ${typeof value} ${JSON.stringify(value)}`;
}

function pointerPath(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function readSchema(kind: FileKind): object {
  return JSON.parse(readFileSync(`${schemasFolder}/${kind}.schema.json`, 'utf8')) as object;
}
