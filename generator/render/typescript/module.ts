import { groupBy } from '../../group-by.js';
import type { NamedType } from '../../model/model.js';
import { typeReferences, type TypeNode } from '../../model/type-node.js';
import { compareText } from '../../diagnostics/diagnostic.js';
import { schemaReferences } from '../../model/strip-annotations.js';
import { receivedTypeName, schemaName } from '../../names.js';
import type { Code, View } from '../rendered.js';
import { docComment, noteParts, type CommentPart } from './doc-comment.js';
import { stringLiteral } from './literals.js';
import { printType } from './print-type.js';
import { schemaExpression } from './schema-expression.js';

/** Lays out a module of types, the root first; its alias, unlike an interface, fits where index signatures are asked for. */
export function moduleView(
  types: readonly NamedType[],
  rootComment: readonly CommentPart[],
  keyword: 'interface' | 'type',
  moduleOf: (typeName: string) => string,
) {
  const used = types.flatMap(({ type, received }) => [type, received ?? []].flat().flatMap(typeReferences));
  return {
    imports: importViews(used, declaredNames(types), moduleOf),
    declarations: types.flatMap((type, index) =>
      index === 0
        ? declarationViews(type, rootComment, keyword)
        : declarationViews(type, noteParts(type.notes, type.type), 'type'),
    ),
  } satisfies View;
}

/** Lays out a module of schemas. */
export function schemaModuleView(types: readonly NamedType[], moduleOf: (typeName: string) => string) {
  const declared = types.map(({ name }) => name);
  const used = types.flatMap(({ schema }) => schemaReferences(schema));
  return {
    imports: importViews(used, declared, moduleOf, schemaName),
    /** The root's comes first. */
    schemas: types.map(({ name, schema }) => ({
      name: schemaName(name) as Code,
      /** Name of the type that it describes. */
      type: name as Code,
      value: schemaExpression(schema, 0),
    })),
  } satisfies View;
}

/** Lays out the imports of a module; `exportOf` gives the name that is imported for a type, by default the type itself. */
function importViews(
  used: readonly string[],
  declared: readonly string[],
  moduleOf: (typeName: string) => string,
  exportOf = (typeName: string): string => typeName,
) {
  const foreign = [...new Set(used)].filter((each) => !declared.includes(each)).sort(compareText);
  const modules = [...groupBy(foreign, moduleOf)].sort(([a], [b]) => compareText(a, b));
  return modules.map(([module, names]) => ({
    names: names.map(exportOf).join(', ') as Code,
    from: stringLiteral(module),
  }));
}

/** Names that the declarations of types have. */
export function declaredNames(types: readonly NamedType[]): string[] {
  return types.flatMap(({ name, received }) => (received === undefined ? [name] : [name, receivedTypeName(name)]));
}

/** A type, and its tolerant variant where it has one; a comment has a line break behind it, or is empty. */
function declarationViews(
  { name, type, received }: NamedType,
  comment: readonly CommentPart[],
  keyword: 'interface' | 'type',
) {
  const written = { comment: docComment(comment, 0), statement: statement(name, type, keyword) };
  if (received === undefined) return [written];
  const markdown = `What is read where {@link ${name}} is written: it also holds values that are not listed yet.`;
  const variant = statement(receivedTypeName(name), received, keyword);
  return [written, { comment: docComment([{ markdown }], 0), statement: variant }];
}

function statement(name: string, type: TypeNode, keyword: 'interface' | 'type'): Code {
  const printed = printType(type, 0);
  if (keyword === 'interface' && type.kind === 'object') return `interface ${name} ${printed}` as Code;
  return `type ${name} =${printed.startsWith('\n') ? '' : ' '}${printed};` as Code;
}
