import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { _, Ajv2020, type KeywordCxt } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { fileKinds, readSchema } from '../validate/structure-schemas.js';

/**
 * The JSON Schemas of catalog files as JavaScript, so that a run need not compile them: a CommonJS module with a function
 * for each kind of file, which tells whether a value surely fits. What it does not accept, the schemas themselves judge.
 */
export function structureValidators(): string {
  const ajv = new Ajv2020({
    ownProperties: true,
    strict: false,
    validateSchema: false,
    messages: false,
    code: { source: true },
  });
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({ keyword: 'uniqueItems', type: 'array', schemaType: 'boolean', code: scalarsAreUnique });
  for (const kind of fileKinds) ajv.addSchema(readSchema(kind), `${kind}.schema.json`);
  return standalone.default(ajv, Object.fromEntries(fileKinds.map((kind) => [kind, `${kind}.schema.json`])));
}

/** Accepts scalars alone, in time by their number; ajv's own code takes time by the square of it. */
function scalarsAreUnique(context: KeywordCxt): void {
  const { data } = context;
  const areScalars = _`${data}.every((item) => typeof item !== "object" || item === null)`;
  context.pass(_`${areScalars} && new Set(${data}).size === ${data}.length`);
}

/** Writes the module to where the built program looks for it. */
export function writeStructureValidators(): void {
  writeFileSync(fileURLToPath(new URL('../validate/structure-validators.cjs', import.meta.url)), structureValidators());
}
