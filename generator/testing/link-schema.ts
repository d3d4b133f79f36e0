import type { Schema } from '../../templates/typescript/src/validators/runtime/schema.js';
import type { Json } from '../json.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { SchemaLinker } from '../schema/link.js';
import { References } from '../schema/references.js';

/** A schema as emitted validators run it; its references point into itself. */
export function linkSchema(schema: JsonSchema): Schema {
  const file = { path: 'types/schema.yaml', absolutePath: '/schema.yaml', text: '', value: schema as Json };
  return new SchemaLinker(new References([file])).link(schema, file);
}
