/** The types of JSON values that `type` can name (JSON Schema Validation 2020-12, section 6.1.1). */
export type SchemaTypeName = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

/** A value that JSON can hold. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** Schemas by property name or pattern. */
export interface SchemaMap {
  readonly [name: string]: SchemaObject;
}

/**
 * A JSON Schema 2020-12 without its annotations. `$ref` holds a function that gives the schema it points at, since schemas
 * may refer to each other in circles.
 */
export type Schema = boolean | SchemaObject;

/** A schema that is an object: the assertions of JSON Schema 2020-12, each with its standard meaning. */
export interface SchemaObject {
  readonly $ref?: () => Schema;
  readonly type?: SchemaTypeName | readonly SchemaTypeName[];
  readonly enum?: readonly JsonValue[];
  readonly const?: JsonValue;
  readonly properties?: SchemaMap;
  readonly patternProperties?: SchemaMap;
  readonly additionalProperties?: Schema;
  readonly propertyNames?: Schema;
  readonly unevaluatedProperties?: Schema;
  readonly required?: readonly string[];
  readonly dependentRequired?: { readonly [name: string]: readonly string[] };
  readonly dependentSchemas?: SchemaMap;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly prefixItems?: readonly SchemaObject[];
  readonly items?: Schema;
  readonly contains?: Schema;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly unevaluatedItems?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly allOf?: readonly SchemaObject[];
  readonly anyOf?: readonly SchemaObject[];
  readonly oneOf?: readonly SchemaObject[];
  readonly not?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
}
