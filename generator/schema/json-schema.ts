import type { Json, JsonObject } from '../json.js';

/** The types of JSON values that `type` can name (JSON Schema 2020-12, Validation, section 6.1.1). */
export type SchemaTypeName = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

/** A JSON Schema 2020-12, checked against the meta-schema of this project. */
export type JsonSchema = boolean | SchemaObject;

/** Schemas by property name, pattern or definition name. */
export interface SchemaMap {
  readonly [name: string]: JsonSchema;
}

/** A schema that is an object. The keywords' meanings are in `keywords.ts`. */
export interface SchemaObject {
  readonly $ref?: string;
  readonly $defs?: SchemaMap;
  /** What `$defs` was called before 2019-09; the meta-schema of 2020-12 still knows it. */
  readonly definitions?: SchemaMap;
  readonly $schema?: string;
  readonly $id?: string;
  readonly $anchor?: string;
  readonly $dynamicAnchor?: string;
  readonly $vocabulary?: { readonly [uri: string]: boolean };
  readonly type?: SchemaTypeName | readonly SchemaTypeName[];
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly properties?: SchemaMap;
  readonly patternProperties?: SchemaMap;
  readonly additionalProperties?: JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly unevaluatedProperties?: JsonSchema;
  readonly required?: readonly string[];
  readonly dependentRequired?: { readonly [name: string]: readonly string[] };
  readonly dependentSchemas?: SchemaMap;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly prefixItems?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly contains?: JsonSchema;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly unevaluatedItems?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly contentEncoding?: string;
  readonly contentMediaType?: string;
  readonly contentSchema?: JsonSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly title?: string;
  readonly description?: string;
  readonly default?: Json;
  readonly examples?: readonly Json[];
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly $comment?: string;
  readonly 'x-known-values'?: readonly string[];
  readonly 'x-secret'?: boolean;
}

/** Views a JSON value that the meta-schema accepts as a schema. */
export function asSchema(value: Json | undefined): JsonSchema {
  return typeof value === 'boolean' ? value : ((value ?? {}) as JsonObject & SchemaObject);
}
