import type { Schema, SchemaObject } from '../../templates/typescript/src/validators/runtime/schema.js';

/** All linked schemas that are applied to a value, or could be: behind references and in branches. */
export function possibleParts(schemas: readonly Schema[]): readonly SchemaObject[] {
  return closure(schemas, ({ anyOf = [], oneOf = [], dependentSchemas = {}, not, ...schema }) =>
    [...anyOf, ...oneOf, ...Object.values(dependentSchemas), not, schema.if, schema.then, schema.else].filter(
      (each) => each !== undefined,
    ),
  );
}

/** All linked schemas that are applied to a value, whatever it is. */
export function certainParts(schemas: readonly Schema[]): readonly SchemaObject[] {
  return closure(schemas, () => []);
}

function closure(
  schemas: readonly Schema[],
  branchesOf: (schema: SchemaObject) => readonly Schema[],
): readonly SchemaObject[] {
  const found = new Set<Schema>(schemas);
  // A set is walked in the order in which its members were added, those that are added meanwhile too.
  for (const schema of found) {
    if (typeof schema === 'boolean') continue;
    const { $ref, allOf = [] } = schema;
    for (const inner of [...allOf, ...branchesOf(schema)]) found.add(inner);
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
