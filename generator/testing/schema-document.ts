import type { Json } from '../json.js';
import type { SchemaDocument, Site } from '../satisfiability/site.js';
import { asSchema, type JsonSchema } from '../schema/json-schema.js';
import { pointerPath, valueAt } from '../schema/pointer.js';

/** A schema in a document of its own, whose references are pointers from its root. */
export function schemaDocument(schema: JsonSchema): Site {
  const document: SchemaDocument = {
    target(reference) {
      const path = pointerPath(reference.slice(1));
      return { document, path, schema: asSchema(valueAt(schema as Json, path)) };
    },
  };
  return { document, path: [], schema };
}
