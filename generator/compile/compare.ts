import {
  isAsExpression,
  isCallExpression,
  isClassDeclaration,
  isExportDeclaration,
  isImportDeclaration,
  isInterfaceDeclaration,
  isMethodDeclaration,
  isObjectLiteralExpression,
  isPropertyAssignment,
  isReturnStatement,
  isStringLiteral,
  isTypeAliasDeclaration,
  isVariableStatement,
  type ClassDeclaration,
  type ExportDeclaration,
  type ImportDeclaration,
  type InterfaceDeclaration,
  type MethodDeclaration,
  type SourceFile,
  type TypeAliasDeclaration,
  type VariableDeclaration,
} from 'typescript/unstable/ast';
import type { Expectations } from './expectations.js';
import { readMembers, readShape } from './read-shape.js';
import { readValue } from './read-value.js';
import { annotatedShape } from './value-shape.js';

/** A difference between what a file declares and what the model says, as a sentence. */
export type Difference = string;

/**
 * Compares the declarations of a rendered module with the model. Whatever is declared must be of the model or stand in the
 * template itself, so text that broke out of its comment or string is found even where it compiles.
 *
 * @param file - The parsed module.
 * @param template - Source of the template that it was rendered from.
 * @param expected - What the model says.
 */
export function compareDeclarations(file: SourceFile, template: string, expected: Expectations): Difference[] {
  const differences: Difference[] = [];
  const inTemplate = (text: string): boolean => template.includes(text);
  for (const statement of file.statements) {
    if (isImportDeclaration(statement) || isExportDeclaration(statement)) {
      if (!namesFromPackage(statement) && !inTemplate(statement.getText(file)))
        differences.push(`takes from outside the package: ${excerpt(statement.getText(file))}`);
    } else if (isInterfaceDeclaration(statement) || isTypeAliasDeclaration(statement)) {
      differences.push(...compareType(statement, expected, inTemplate));
    } else if (isClassDeclaration(statement) && statement.name !== undefined && inTemplate(statement.name.text)) {
      differences.push(...compareClass(statement, expected, inTemplate));
    } else if (isVariableStatement(statement)) {
      differences.push(
        ...statement.declarationList.declarations.flatMap((each) => compareConstant(each, expected, inTemplate)),
      );
    } else if (!inTemplate(statement.getText(file))) {
      differences.push(`holds a statement that the template does not: ${excerpt(statement.getText(file))}`);
    }
  }
  return differences;
}

type InTemplate = (text: string) => boolean;

/** Whether an import or export only passes on names of the package's own modules; whether those exist, the compiler tells. */
function namesFromPackage(statement: ImportDeclaration | ExportDeclaration): boolean {
  const { moduleSpecifier } = statement;
  const isOwn = moduleSpecifier !== undefined && /^['"]\.\.?\//.test(moduleSpecifier.getText());
  return isOwn && (isExportDeclaration(statement) || statement.importClause !== undefined);
}

function compareType(
  node: InterfaceDeclaration | TypeAliasDeclaration,
  { types }: Expectations,
  inTemplate: InTemplate,
): Difference[] {
  const name = node.name.text;
  const shape = types.get(name);
  if (shape === undefined) return inTemplate(name) ? [] : [`declares ${name}, which the model does not have`];
  const found = isInterfaceDeclaration(node) ? readMembers(node.members) : readShape(node.type);
  return JSON.stringify(found) === JSON.stringify(shape)
    ? []
    : [`declares ${name} with other members or values than the model`];
}

function compareClass(node: ClassDeclaration, { methods }: Expectations, inTemplate: InTemplate): Difference[] {
  const found = new Set<string>();
  const differences: Difference[] = [];
  for (const member of node.members) {
    const message = isMethodDeclaration(member) ? methods.get(member.name.getText()) : undefined;
    if (!isMethodDeclaration(member) || message === undefined) {
      const text = member.getText();
      if (!inTemplate(text))
        differences.push(`has a member that is neither of the model nor of the template: ${excerpt(text)}`);
      continue;
    }
    const name = member.name.getText();
    found.add(name);
    if (sentMessage(member) !== message.name || member.parameters[0]?.type?.getText() !== message.payloadType)
      differences.push(`has a method ${name} that does not send ${message.name} with a ${message.payloadType}`);
  }
  if (found.size > 0) differences.push(...missing(methods, found, 'method'));
  return differences;
}

/** The literal that the method's only statement passes first: `return this.sendToQueue('…', …);` */
function sentMessage({ body }: MethodDeclaration): string | undefined {
  const [statement, ...others] = body?.statements ?? [];
  if (statement === undefined || others.length > 0 || !isReturnStatement(statement)) return undefined;
  const call = statement.expression;
  const argument = call !== undefined && isCallExpression(call) ? call.arguments[0] : undefined;
  return argument !== undefined && isStringLiteral(argument) ? argument.text : undefined;
}

function compareConstant(
  node: VariableDeclaration,
  { constants, values }: Expectations,
  inTemplate: InTemplate,
): Difference[] {
  const name = node.name.getText();
  const wanted = values.get(name);
  if (wanted !== undefined) {
    const value = node.initializer && readValue(node.initializer);
    const found = node.type && value ? annotatedShape(readShape(node.type), value) : value;
    return JSON.stringify(found) === JSON.stringify(wanted)
      ? []
      : [`declares ${name} with another type or value than the model`];
  }
  if (name !== 'MessageTypes') return inTemplate(name) ? [] : [`declares ${name}, which the model does not have`];
  const value =
    node.initializer !== undefined && isAsExpression(node.initializer) ? node.initializer.expression : node.initializer;
  if (value === undefined || !isObjectLiteralExpression(value))
    return ['declares MessageTypes as something else than an object'];
  const found = new Map<string, string>();
  for (const property of value.properties) {
    if (isPropertyAssignment(property) && isStringLiteral(property.initializer)) {
      found.set(property.name.getText(), property.initializer.text);
    } else return [`has an entry of MessageTypes that is no text: ${excerpt(property.getText())}`];
  }
  const wrong = [...found]
    .filter(([key, text]) => constants.get(key) !== text)
    .map(([key]) => `has ${key} in MessageTypes, which the model does not`);
  return [...wrong, ...missing(constants, new Set(found.keys()), 'constant')];
}

function missing(wanted: ReadonlyMap<string, unknown>, found: ReadonlySet<string>, noun: string): Difference[] {
  return [...wanted.keys()].filter((name) => !found.has(name)).map((name) => `lacks the ${noun} ${name}`);
}

function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
