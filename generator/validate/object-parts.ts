import type { Schema, SchemaObject } from '../../templates/typescript/src/validators/runtime/schema.js';

/**
 * All linked schemas that are applied to a value, behind references too; with branches, also those that could be.
 *
 * @throws {@link UnknownSchemaError} if one of them has an error.
 */
export function partsOf(schemas: readonly Schema[], withBranches: boolean): readonly SchemaObject[] {
  const found = new Set<Schema>(schemas);
  // A set is walked in the order in which its members were added, those that are added meanwhile too.
  for (const schema of found) {
    if (typeof schema === 'boolean') continue;
    const { $ref, allOf = [], anyOf = [], oneOf = [], dependentSchemas = {}, not } = schema;
    const branches = [...anyOf, ...oneOf, ...Object.values(dependentSchemas), not, schema.if, schema.then, schema.else];
    for (const inner of withBranches ? [...allOf, ...branches] : allOf) if (inner !== undefined) found.add(inner);
    if ($ref !== undefined) found.add($ref());
  }
  return [...found].filter((schema) => typeof schema !== 'boolean');
}

/** Whether a schema says that an object may have properties that it does not list, apart from those that match a pattern. */
export function invitesNames({
  additionalProperties = false,
  unevaluatedProperties = false,
  propertyNames,
}: SchemaObject): boolean {
  return additionalProperties !== false || unevaluatedProperties !== false || propertyNames !== undefined;
}
