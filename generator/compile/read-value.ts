import {
  isArrayLiteralExpression,
  isArrowFunction,
  isAsExpression,
  isBlock,
  isCallExpression,
  isComputedPropertyName,
  isIdentifier,
  isNumericLiteral,
  isObjectLiteralExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isStringLiteral,
  SyntaxKind,
  type ArrowFunction,
  type Expression,
  type Node,
  type ObjectLiteralElementLike,
  type PrefixUnaryExpression,
} from 'typescript/unstable/ast';
import { readShape } from './read-shape.js';
import { literalShape, type Shape } from './shape.js';
import { callShape, listShape, mapShape, memberShape, nameShape, thunkShape } from './value-shape.js';

/**
 * The shape of a value as it stands in parsed TypeScript. Expressions that the templates never write have a shape of their
 * own, which the model never has.
 */
export function readValue(node: Expression): Shape {
  if (isStringLiteral(node)) return literalShape(node.text);
  if (isNumericLiteral(node)) return literalShape(Number(node.text));
  if (isPrefixUnaryExpression(node)) return readNegative(node);
  if (node.kind === SyntaxKind.TrueKeyword) return literalShape(true);
  if (node.kind === SyntaxKind.FalseKeyword) return literalShape(false);
  if (node.kind === SyntaxKind.NullKeyword) return literalShape(null);
  if (isArrayLiteralExpression(node)) return listShape(node.elements.map(readValue));
  if (isObjectLiteralExpression(node)) return mapShape(node.properties.map(readProperty));
  if (isIdentifier(node)) return nameShape(node.text);
  if (isAsExpression(node)) return readValue(node.expression);
  if (isPropertyAccessExpression(node)) return memberShape(readValue(node.expression), node.name.text);
  if (isArrowFunction(node)) return readArrow(node);
  if (isCallExpression(node)) {
    return callShape(
      readValue(node.expression),
      (node.typeArguments ?? []).map(readShape),
      node.arguments.map(readValue),
    );
  }
  return unexpected(node);
}

function readProperty(node: ObjectLiteralElementLike): readonly [string, Shape] {
  if (!isPropertyAssignment(node)) return ['', unexpected(node)];
  const { name } = node;
  const isComputedText = isComputedPropertyName(name) && isStringLiteral(name.expression);
  if (isComputedText) return [name.expression.text, readValue(node.initializer)];
  // Without brackets it would set the prototype, and be no property.
  if (isComputedPropertyName(name) || name.text === '__proto__') return ['', unexpected(name)];
  return [name.text, readValue(node.initializer)];
}

function readNegative(node: PrefixUnaryExpression): Shape {
  const isNegative = node.operator === SyntaxKind.MinusToken && isNumericLiteral(node.operand);
  return isNegative ? literalShape(-Number(node.operand.text)) : unexpected(node);
}

function readArrow({ parameters, body, kind }: ArrowFunction): Shape {
  return parameters.length > 0 || isBlock(body) ? ['unexpected', SyntaxKind[kind]] : thunkShape(readValue(body));
}

function unexpected(node: Node): Shape {
  return ['unexpected', SyntaxKind[node.kind]];
}
