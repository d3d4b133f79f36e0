import type { NamedType } from '../../model/model.js';
import { schemaReferences } from '../../model/bare-schema.js';
import { schemaName } from '../../names.js';
import type { Code, View } from '../rendered.js';
import { importViews } from './module.js';
import { schemaExpression } from './schema-expression.js';

/** Lays out a module of schemas. */
export function schemaModuleView(types: readonly NamedType[], moduleOf: (typeName: string) => string) {
  const declared = types.map(({ name }) => name);
  const used = types.flatMap(({ schema }) => schemaReferences(schema));
  return {
    imports: importViews(used, declared, moduleOf, schemaName),
    /** The root's comes first. */
    schemas: types.map(({ name, schema }) => ({
      /** Name of the constant. */
      name: schemaName(name) as Code,
      /** Name of the type that it describes. */
      type: name as Code,
      value: schemaExpression(schema, 0),
    })),
  } satisfies View;
}
