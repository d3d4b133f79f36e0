import type { Reporter } from '../diagnostics/reporter.js';
import type { Json, Path, SourceFile } from '../load/source.js';
import { pointerFragment } from '../schema/pointer.js';
import type { Catalog } from './catalog.js';
import { SlowMatchError } from './matcher.js';
import { PayloadInterpreter } from './payload-interpreter.js';
import { PayloadSchemas, type NamedSchema } from './payload-schemas.js';
import { References } from './references.js';
import { rootSites, type SchemaSite } from './schema-site.js';
import { withoutMisspelt } from './misspelt-keys.js';
import { wordError } from './schema-words.js';
import { soundFiles } from './sound-files.js';
import { valuesIn, type ValueRule } from './values-in-schemas.js';

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
 * Checks the examples of messages, and the values that schemas hold, against their schemas.
 *
 * @param catalog - A catalog that was checked against the rules.
 * @param reporter - Receives each problem, at its place inside the value. Files whose schemas have problems already, and
 *   those that refer to them, are passed over: what they say of a value is not yet what is meant.
 */
export function checkPayloads(catalog: Catalog, reporter: Reporter): void {
  const sound = soundFiles(catalog, reporter);
  const check = new ValueCheck(catalog, sound, reporter);
  try {
    for (const { file, examples } of catalog.messages) {
      const site = { file, path: References.schemaPath(file) };
      for (const [index, { payload }] of examples.entries()) {
        const path = ['examples', index, 'payload'];
        if (sound.has(file)) check.value(site, { rule: 'valid-example', path, value: payload, file });
      }
    }
    for (const { site, ...value } of valuesIn(catalog)) {
      if (sound.has(value.file)) check.value(site, value);
    }
  } catch (error) {
    // Said where it happened: the checks that follow could take just as long.
    if (!(error instanceof SlowMatchError)) throw error;
  }
}

/** A value, where it stands, and the rule that it is held to. */
interface CheckedValue {
  readonly rule: ValueRule;
  readonly file: SourceFile;
  readonly path: Path;
  readonly value: Json;
}

class ValueCheck {
  readonly #interpreter = new PayloadInterpreter();
  readonly #named: readonly NamedSchema[];
  readonly #reporter: Reporter;
  /** Made where a value may not fit. */
  #schemas: PayloadSchemas | undefined;

  constructor(catalog: Catalog, sound: ReadonlySet<SourceFile>, reporter: Reporter) {
    this.#reporter = reporter;
    this.#named = rootSites(catalog)
      .filter(({ file }) => sound.has(file))
      .map(({ file, schema }) => ({ schema, uri: uriOf(file) }));
    for (const { schema, uri } of this.#named) this.#interpreter.add(schema, uri);
  }

  value({ file, path }: Pick<SchemaSite, 'file' | 'path'>, checked: CheckedValue): void {
    const place = { file: checked.file, path: checked.path };
    try {
      const pointer = path.slice(References.schemaPath(file).length);
      const uri = uriOf(file) + (pointer.length === 0 ? '' : pointerFragment(pointer));
      if (this.#interpreter.accepts(checked.value, uri)) return;
      this.#schemas ??= new PayloadSchemas(this.#named);
      const errors = this.#schemas.misfits(checked.value, uri);
      for (const problem of withoutMisspelt(errors).map(wordError)) this.#report(checked, problem);
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

  #report({ rule, file, path }: CheckedValue, problem: ReturnType<typeof wordError>): void {
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

function uriOf(file: SourceFile): string {
  return base + file.path.split('/').map(encodeURIComponent).join('/');
}
