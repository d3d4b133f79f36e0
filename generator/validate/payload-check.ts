import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Reporter } from '../diagnostics/reporter.js';
import type { Json, Path, SourceFile } from '../load/source.js';
import type { Catalog, MessageDefinition } from './catalog.js';
import { PayloadInterpreter } from './payload-interpreter.js';
import { allSites, rootSites } from './schema-site.js';
import { References } from './references.js';

/** Names the schemas of a catalog for ajv; nothing is ever fetched from it. */
const base = 'https://catalog.invalid/';

/**
 * Checks the examples of messages and the defaults of fields against their schemas.
 *
 * @param catalog - A catalog whose references all lead somewhere.
 * @param reporter - Receives each problem, at its place inside the example.
 */
export function checkPayloads(catalog: Catalog, reporter: Reporter): void {
  const ajv = new Ajv2020({ allErrors: true, ownProperties: true, strict: false, validateSchema: false });
  addFormats.default(ajv);
  const interpreter = new PayloadInterpreter(ajv);
  for (const { file, schema } of rootSites(catalog)) {
    ajv.addSchema(schema, uriOf(file));
    interpreter.add(schema, uriOf(file));
  }
  for (const message of catalog.messages) checkExamples(message, ajv, interpreter, reporter);
  for (const { file, path, schema } of allSites(catalog)) {
    if (typeof schema === 'boolean' || schema.default === undefined) continue;
    const pointer = path.slice(References.schemaPath(file).length);
    const uri = uriOf(file) + pointerFragment(pointer);
    if (interpreter.accepts(schema.default, uri)) continue;
    const validate = ajv.compile({ $ref: uri });
    reportMismatches(validate, schema.default, file, [...path, 'default'], 'valid-default', reporter);
  }
}

function checkExamples(
  { file, examples }: MessageDefinition,
  ajv: Ajv2020,
  interpreter: PayloadInterpreter,
  reporter: Reporter,
): void {
  if (examples.every(({ payload }) => interpreter.accepts(payload, uriOf(file)))) return;
  const validate = ajv.getSchema(uriOf(file));
  if (validate === undefined) throw new Error(`${file.path} is not known to ajv.`);
  for (const [index, { payload }] of examples.entries()) {
    reportMismatches(validate, payload, file, ['examples', index, 'payload'], 'valid-example', reporter);
  }
}

function reportMismatches(
  validate: ValidateFunction,
  value: Json,
  file: SourceFile,
  path: Path,
  rule: string,
  reporter: Reporter,
): void {
  if (validate(value)) return;
  const noun = rule === 'valid-default' ? 'default' : 'example';
  for (const error of mostTelling(validate.errors ?? [])) {
    const inside = error.instancePath
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const extra = (error.params as { additionalProperty?: string }).additionalProperty;
    const at = [...path, ...inside, ...(extra === undefined ? [] : [extra])];
    const detail = extra === undefined ? (error.message ?? 'does not fit') : 'is no property of the schema';
    reporter.error(
      rule,
      { file, path: at, part: extra === undefined ? 'value' : 'key' },
      `This ${noun} does not fit its schema: it ${detail}.`,
    );
  }
}

/** A failed anyOf or oneOf repeats what its branches say: the branches are left out. */
function mostTelling(errors: readonly ErrorObject[]): ErrorObject[] {
  const unions = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  return errors.filter((error) => !unions.some(({ schemaPath }) => error.schemaPath.startsWith(`${schemaPath}/`)));
}

function uriOf(file: SourceFile): string {
  return base + file.path.split('/').map(encodeURIComponent).join('/');
}

function pointerFragment(pointer: Path): string {
  return `#${pointer.map((part) => `/${encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`;
}
