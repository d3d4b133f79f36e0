import type { Reporter } from '../diagnostics/reporter.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { SourceFile } from '../load/source.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { pointerFragment } from '../schema/pointer.js';
import type { Catalog } from '../catalog/catalog.js';
import { SlowMatchError } from './matcher.js';
import { PayloadInterpreter } from './payload-interpreter.js';
import { PayloadSchemas, type NamedSchema } from './payload-schemas.js';
import { References } from '../schema/references.js';
import { rootSites, type SchemaSite } from '../catalog/schema-site.js';
import { withoutMisspelt } from './misspelt-keys.js';
import { wordError } from './schema-words.js';
import type { SchemaError } from './telling-errors.js';
import { flawedSchemas } from './flawed-schemas.js';
import { patternsOf, syntaxProblem } from '../schema/patterns.js';
import { forEachWithin } from './time-limit.js';
import { valuesIn, type ValueInSchema, type ValueRule } from './values-in-schemas.js';

/** Rules on values that stand in a catalog beside their schemas. */
export const payloadRules: Readonly<Record<ValueRule | 'checkable-payload', string>> = {
  'valid-example': 'Every example fits its schema.',
  'valid-default': 'Every default fits its schema.',
  'valid-known-value': 'Every known value fits its schema.',
  'possible-value': 'Every value of an enum and every const fits the schema that it stands in.',
  'checkable-payload': 'Every payload can be checked in moderate time.',
};

const nouns: Readonly<Record<ValueRule, string>> = {
  'valid-example': 'This example does not fit its schema',
  'valid-default': 'This default does not fit its schema',
  'valid-known-value': 'This known value does not fit its schema',
  'possible-value': 'This value can never occur',
};

/** Names the schemas of a catalog for ajv; nothing is ever fetched from it. */
const base = 'https://catalog.invalid/';

/**
 * Milliseconds that checking all values of a catalog may take, and that each of its files adds. A value takes a fraction
 * of one; but where alternatives repeat inside themselves, the time doubles with each level of a value.
 */
const longestInAll = 1500;
const longestPerFile = 4;

/**
 * Checks the examples of messages, and the values that schemas hold, against their schemas.
 *
 * @param catalog - A catalog that was checked against the rules.
 * @param reporter - Receives each problem, at its place inside the value. Values whose schema has problems already, or
 *   refers to one that has, are passed over: what it says of a value is not yet what is meant.
 */
export function checkPayloads(catalog: Catalog, reporter: Reporter): void {
  const flawed = flawedSchemas(catalog, reporter);
  const values = valuesOf(catalog).filter(({ site }) => !flawed.has(site.schema));
  const check = new ValueCheck(catalog, flawed, reporter);
  const longest = longestInAll + longestPerFile * rootSites(catalog).length;
  const doubtful: ValueInSchema[] = [];
  const judged = forEachWithin(longest / 6, values, (value) => {
    if (!check.accepts(value)) doubtful.push(value);
  });
  const told = [...doubtful, ...values.slice(judged)];
  try {
    const number = forEachWithin(longest, told, (value) => check.tell(value));
    const slow = told[number];
    if (slow === undefined) return;
    const message =
      'Checking this against its schema takes too long: simplify the schema, such as alternatives that repeat inside themselves, or the value.';
    reporter.error('checkable-payload', slow, message);
  } catch (error) {
    // Said where it happened: the checks that follow could take just as long.
    if (!(error instanceof SlowMatchError)) throw error;
  }
}

function valuesOf(catalog: Catalog): ValueInSchema[] {
  const examples = catalog.messages.flatMap(({ file, payload: schema, examples: own }) =>
    own.map(({ payload }, index): ValueInSchema => {
      const site = { file, path: References.schemaPath(file), schema };
      return { site, rule: 'valid-example', file, path: ['examples', index, 'payload'], value: payload };
    }),
  );
  return [...examples, ...valuesIn(catalog)];
}

class ValueCheck {
  readonly #interpreter = new PayloadInterpreter();
  readonly #named: readonly NamedSchema[];
  readonly #reporter: Reporter;
  /** Made where a value may not fit. */
  #schemas: PayloadSchemas | undefined;

  constructor(catalog: Catalog, flawed: ReadonlySet<unknown>, reporter: Reporter) {
    this.#reporter = reporter;
    this.#named = rootSites(catalog).map(({ file, schema }) => ({
      schema: flawed.size === 0 ? schema : compilable(schema, flawed),
      uri: uriOf(file),
    }));
    for (const { schema, uri } of this.#named) this.#interpreter.add(schema, uri);
  }

  /** Whether a value surely fits. */
  accepts({ site, value }: ValueInSchema): boolean {
    return this.#interpreter.accepts(value, uriAt(site));
  }

  /** Tells why a value does not fit, where it does not. */
  tell(checked: ValueInSchema): void {
    const place = { file: checked.file, path: checked.path };
    try {
      this.#schemas ??= new PayloadSchemas(this.#named);
      const errors = this.#schemas.misfits(checked.value, uriAt(checked.site));
      for (const problem of withoutOtherKinds(withoutMisspelt(errors)).map(wordError)) this.#report(checked, problem);
    } catch (error) {
      if (error instanceof SlowMatchError) {
        const message = `The pattern ${error.pattern} takes too long on this text: simplify it.`;
        this.#reporter.error('checkable-payload', place, message);
      } else if (error instanceof RangeError) {
        const message = 'The schemas of this value refer to each other too deeply to be checked: flatten them.';
        this.#reporter.error('checkable-payload', place, message);
        return;
      }
      throw error;
    }
  }

  #report({ rule, file, path }: ValueInSchema, problem: ReturnType<typeof wordError>): void {
    const text = problem.message;
    const isName = /^["\d−-]/.test(text);
    const told = isName ? text : text.charAt(0).toLowerCase() + text.slice(1);
    const place = {
      file,
      path: [...path, ...problem.path],
      part: problem.path.length === 0 ? 'value' : problem.part,
    } as const;
    this.#reporter.error(rule, place, `${nouns[rule]}: ${told}`);
  }
}

/** A copy of a schema that compiles, though no value is checked against the flawed schemas in it. */
function compilable(schema: JsonSchema, flawed: ReadonlySet<unknown>): JsonSchema {
  const isDropped = (owner: JsonObject, keyword: string): boolean =>
    keyword === '$ref' ||
    (keyword.startsWith('pattern') && patternsOf(owner).some(({ pattern }) => syntaxProblem(pattern) !== undefined));
  const kept = (_: string, value: Json): Json =>
    isJsonObject(value) && flawed.has(value)
      ? Object.fromEntries(Object.entries(value).filter(([keyword]) => !isDropped(value, keyword)))
      : value;
  return JSON.parse(JSON.stringify(schema, kept)) as JsonSchema;
}

/** Of a value of another type than it should be, nothing else needs to be told. */
function withoutOtherKinds(errors: readonly SchemaError[]): readonly SchemaError[] {
  const mistyped = new Set(errors.flatMap(({ keyword, instancePath }) => (keyword === 'type' ? [instancePath] : [])));
  return errors.filter(({ keyword, instancePath }) => keyword === 'type' || !mistyped.has(instancePath));
}

/** The URI of a schema: of its file, or of a part of it by a JSON pointer. */
function uriAt({ file, path }: SchemaSite): string {
  const pointer = path.slice(References.schemaPath(file).length);
  return uriOf(file) + (pointer.length === 0 ? '' : pointerFragment(pointer));
}

function uriOf(file: SourceFile): string {
  return base + file.path.split('/').map(encodeURIComponent).join('/');
}
