import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Json } from '../json.js';
import type { FileKind } from './structure-schemas.js';

/** Tells of each kind of file whether a value surely fits its JSON Schema. */
export type FittingStructures = Readonly<Record<FileKind, (value: Json) => boolean>>;

/** Written when the program is built (`build/structure-validators.ts`). */
const compiled = fileURLToPath(new URL('./structure-validators.cjs', import.meta.url));

/** The JSON Schemas of catalog files as they were compiled in advance; `undefined` where the program runs from its sources. */
export function fittingStructures(): FittingStructures | undefined {
  return existsSync(compiled) ? (createRequire(import.meta.url)(compiled) as FittingStructures) : undefined;
}
