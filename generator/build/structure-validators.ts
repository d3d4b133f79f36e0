import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { fileKinds, schemaName, structureAjv } from '../validate/structure-schemas.js';

/** What ajv makes of the JSON Schemas of catalog files, as a CommonJS module, so that a run need not compile them. */
export function structureValidators(): string {
  return standalone.default(
    structureAjv(Ajv2020),
    Object.fromEntries(fileKinds.map((kind) => [kind, schemaName(kind)])),
  );
}

/** Writes the module to where the built program looks for it. */
export function writeStructureValidators(): void {
  writeFileSync(fileURLToPath(new URL('../validate/structure-validators.cjs', import.meta.url)), structureValidators());
}
