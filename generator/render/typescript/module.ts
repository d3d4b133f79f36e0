import { groupBy } from '../../group-by.js';
import type { NamedType } from '../../model/model.js';
import type { TypeNode } from '../../model/type-node.js';
import { typeReferences } from '../../model/type-references.js';
import { compareText } from '../../diagnostics/diagnostic.js';
import { receivedTypeName } from '../../names.js';
import type { Code } from '../rendered.js';
import { docComment, noteParts, type CommentPart } from './doc-comment.js';
import { stringLiteral } from './literals.js';
import { printType } from './print-type.js';

/** One import of a module. */
export interface ImportView {
  readonly names: Code;
  readonly from: Code;
}

/** One exported type of a module. */
interface DeclarationView {
  /** Doc comment with a line break behind it, or nothing. */
  readonly comment: Code;
  readonly statement: Code;
}

/** A module of types. */
export interface ModuleView {
  readonly imports: readonly ImportView[];
  readonly declarations: readonly DeclarationView[];
}

/** What a module of types is made from. */
export interface ModuleSource {
  readonly root: NamedType;
  /** What the comment of the root type says. */
  readonly rootComment: readonly CommentPart[];
  /** Whether an object becomes an `interface`; else a type alias, which also fits where index signatures are asked for. */
  readonly isInterface: boolean;
  readonly locals: readonly NamedType[];
  /** Gives the module that declares a type, relative to this one. */
  readonly moduleOf: (typeName: string) => string;
}

/** Lays out a module of types. */
export function moduleView({ root, rootComment, isInterface, locals, moduleOf }: ModuleSource): ModuleView {
  const types = [root, ...locals];
  const declared = declaredNames(types);
  const used = new Set(
    types.flatMap(({ type, received }) => [...typeReferences(type), ...(received ? typeReferences(received) : [])]),
  );
  const foreign = [...used].filter((each) => !declared.includes(each)).sort(compareText);
  const byModule = groupBy(foreign, moduleOf);
  const imports = [...byModule].sort(([a], [b]) => compareText(a, b));
  return {
    imports: imports.map(([module, names]) => ({ names: names.join(', ') as Code, from: stringLiteral(module) })),
    declarations: [
      ...declarationViews(root, rootComment, isInterface),
      ...locals.flatMap((local) => declarationViews(local, noteParts(local.notes, local.type), false)),
    ],
  };
}

/** Names that the declarations of types have. */
export function declaredNames(types: readonly NamedType[]): string[] {
  return types.flatMap(({ name, received }) => (received === undefined ? [name] : [name, receivedTypeName(name)]));
}

function declarationViews(
  { name, type, received }: NamedType,
  comment: readonly CommentPart[],
  isInterface: boolean,
): DeclarationView[] {
  const views = [{ comment: docComment(comment, 0), statement: statement(name, type, isInterface) }];
  if (received !== undefined) {
    const variant = {
      markdown: `What is read where {@link ${name}} is written: it also holds values that are not listed yet.`,
    };
    views.push({
      comment: docComment([variant], 0),
      statement: statement(receivedTypeName(name), received, isInterface),
    });
  }
  return views;
}

function statement(name: string, type: TypeNode, isInterface: boolean): Code {
  const printed = printType(type, 0);
  if (isInterface && type.kind === 'object') return `interface ${name} ${printed}` as Code;
  return `type ${name} =${printed.startsWith('\n') ? '' : ' '}${printed};` as Code;
}
