import { ts } from 'ts-morph';
import { readShape } from './read-shape.js';
import { literalShape, type Shape } from './shape.js';
import { callShape, listShape, mapShape, memberShape, nameShape, thunkShape } from './value-shape.js';

/**
 * The shape of a value as it stands in parsed TypeScript. Expressions that the templates never write have a shape of their
 * own, which the model never has.
 */
export function readValue(node: ts.Expression): Shape {
  if (ts.isStringLiteral(node)) return literalShape(node.text);
  if (ts.isNumericLiteral(node)) return literalShape(Number(node.text));
  if (ts.isPrefixUnaryExpression(node)) return readNegative(node);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return literalShape(true);
  if (node.kind === ts.SyntaxKind.FalseKeyword) return literalShape(false);
  if (node.kind === ts.SyntaxKind.NullKeyword) return literalShape(null);
  if (ts.isArrayLiteralExpression(node)) return listShape(node.elements.map(readValue));
  if (ts.isObjectLiteralExpression(node)) return mapShape(node.properties.map(readProperty));
  if (ts.isIdentifier(node)) return nameShape(node.text);
  if (ts.isAsExpression(node)) return readValue(node.expression);
  if (ts.isPropertyAccessExpression(node)) return memberShape(readValue(node.expression), node.name.text);
  if (ts.isArrowFunction(node)) return readArrow(node);
  if (ts.isCallExpression(node)) {
    return callShape(
      readValue(node.expression),
      (node.typeArguments ?? []).map(readShape),
      node.arguments.map(readValue),
    );
  }
  return unexpected(node);
}

function readProperty(node: ts.ObjectLiteralElementLike): readonly [string, Shape] {
  if (!ts.isPropertyAssignment(node)) return ['', unexpected(node)];
  const { name } = node;
  const isComputedText = ts.isComputedPropertyName(name) && ts.isStringLiteral(name.expression);
  if (isComputedText) return [name.expression.text, readValue(node.initializer)];
  // Without brackets it would set the prototype, and be no property.
  if (ts.isComputedPropertyName(name) || name.text === '__proto__') return ['', unexpected(name)];
  return [name.text, readValue(node.initializer)];
}

function readNegative(node: ts.PrefixUnaryExpression): Shape {
  const isNegative = node.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(node.operand);
  return isNegative ? literalShape(-Number(node.operand.text)) : unexpected(node);
}

function readArrow({ parameters, body, kind }: ts.ArrowFunction): Shape {
  return parameters.length > 0 || ts.isBlock(body) ? ['unexpected', ts.SyntaxKind[kind]] : thunkShape(readValue(body));
}

function unexpected(node: ts.Node): Shape {
  return ['unexpected', ts.SyntaxKind[node.kind]];
}
