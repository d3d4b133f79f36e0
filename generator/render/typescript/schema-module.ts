import { groupBy } from '../../group-by.js';
import { compareText } from '../../diagnostics/diagnostic.js';
import type { NamedType } from '../../model/model.js';
import { schemaReferences } from '../../model/type-references.js';
import { schemaName } from '../../names.js';
import type { Code } from '../rendered.js';
import { stringLiteral } from './literals.js';
import type { ImportView } from './module.js';
import { schemaExpression } from './schema-expression.js';

/** One exported schema of a module. */
interface SchemaView {
  /** Name of the constant. */
  readonly name: Code;
  /** Name of the type that it describes. */
  readonly type: Code;
  readonly value: Code;
}

/** A module of schemas. */
export interface SchemaModuleView {
  readonly imports: readonly ImportView[];
  /** The root's comes first. */
  readonly schemas: readonly SchemaView[];
}

/**
 * Lays out a module of schemas.
 *
 * @param types - The root type, then those that are defined beside it.
 * @param moduleOf - Gives the module that holds the schema of a type, relative to this one.
 */
export function schemaModuleView(
  types: readonly NamedType[],
  moduleOf: (typeName: string) => string,
): SchemaModuleView {
  const own = new Set(types.map(({ name }) => name));
  const foreign = referredTypes(types).filter((each) => !own.has(each));
  const byModule = groupBy(foreign, moduleOf);
  return {
    imports: [...byModule]
      .sort(([a], [b]) => compareText(a, b))
      .map(([module, names]) => ({ names: names.map(schemaName).join(', ') as Code, from: stringLiteral(module) })),
    schemas: types.map(({ name, schema }) => ({
      name: schemaName(name) as Code,
      type: name as Code,
      value: schemaExpression(schema, 0),
    })),
  };
}

function referredTypes(types: readonly NamedType[]): string[] {
  return [...new Set(types.flatMap(({ schema }) => schemaReferences(schema)))].sort(compareText);
}
