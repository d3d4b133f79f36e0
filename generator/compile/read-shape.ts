import {
  isArrayTypeNode,
  isComputedPropertyName,
  isIndexedAccessTypeNode,
  isIndexSignatureDeclaration,
  isIntersectionTypeNode,
  isLiteralTypeNode,
  isMappedTypeNode,
  isNumericLiteral,
  isOptionalTypeNode,
  isParenthesizedTypeNode,
  isPrefixUnaryExpression,
  isPropertySignatureDeclaration,
  isRestTypeNode,
  isStringLiteral,
  isTupleTypeNode,
  isTypeLiteralNode,
  isTypeReferenceNode,
  isUnionTypeNode,
  SyntaxKind,
  tokenToString,
  type IntersectionTypeNode,
  type LiteralTypeNode,
  type NodeArray,
  type PropertySignatureDeclaration,
  type TupleTypeNode,
  type TypeElement,
  type TypeNode,
  type TypeReferenceNode,
} from 'typescript/unstable/ast';
import { literalShape, objectShape, tupleShape, unionShape, type Shape } from './shape.js';

/** The shape of a type as it stands in parsed TypeScript. Constructs that the printer never writes have a shape of their own. */
export function readShape(node: TypeNode): Shape {
  if (isParenthesizedTypeNode(node)) return readShape(node.type);
  if (isLiteralTypeNode(node)) return readLiteral(node.literal);
  if (isUnionTypeNode(node)) return unionShape(node.types.map(readShape));
  if (isIntersectionTypeNode(node)) return readIntersection(node);
  if (isArrayTypeNode(node)) return ['array', readShape(node.elementType)];
  if (isTupleTypeNode(node)) return readTuple(node);
  if (isTypeLiteralNode(node)) return readMembers(node.members);
  if (isTypeReferenceNode(node)) return readReference(node);
  if (isMappedTypeNode(node) && node.typeParameter.constraint && node.type)
    return ['mapped', readShape(node.typeParameter.constraint), readShape(node.type)];
  if (isIndexedAccessTypeNode(node)) return ['member', readShape(node.objectType), readShape(node.indexType)];
  return tokenToString(node.kind) ?? ['unexpected', SyntaxKind[node.kind]];
}

/** The shape of an object type from its members, in an interface or a type literal. */
export function readMembers(members: NodeArray<TypeElement>): Shape {
  const properties: { name: string; shape: Shape; isOptional: boolean }[] = [];
  let others: Shape | undefined;
  const optional = members.flatMap((member) =>
    isPropertySignatureDeclaration(member) && isOptional(member) && !isComputedPropertyName(member.name)
      ? [member.name.text]
      : [],
  );
  for (const member of members) {
    if (isPropertySignatureDeclaration(member) && !isComputedPropertyName(member.name)) {
      const shape = readShape(member.type);
      properties.push({
        name: member.name.text,
        shape: isOptional(member) ? withoutAbsence(shape, [member.name.text]) : shape,
        isOptional: isOptional(member),
      });
    } else if (isIndexSignatureDeclaration(member)) {
      others = withoutAbsence(readShape(member.type), optional);
    } else return ['unexpected', SyntaxKind[member.kind]];
  }
  return objectShape(properties, others);
}

const isOptional = ({ postfixToken }: PropertySignatureDeclaration): boolean =>
  postfixToken?.kind === SyntaxKind.QuestionToken;

function readLiteral(node: LiteralTypeNode['literal']): Shape {
  if (isStringLiteral(node)) return literalShape(node.text);
  if (isNumericLiteral(node)) return literalShape(Number(node.text));
  if (isPrefixUnaryExpression(node) && isNumericLiteral(node.operand)) return literalShape(-Number(node.operand.text));
  if (node.kind === SyntaxKind.TrueKeyword) return literalShape(true);
  if (node.kind === SyntaxKind.FalseKeyword) return literalShape(false);
  if (node.kind === SyntaxKind.NullKeyword) return literalShape(null);
  return ['unexpected', SyntaxKind[node.kind]];
}

function readIntersection({ types }: IntersectionTypeNode): Shape {
  const [base, empty] = types;
  const isOpen = types.length === 2 && empty !== undefined && isTypeLiteralNode(empty) && empty.members.length === 0;
  if (isOpen && base !== undefined) return ['open', readShape(base)];
  return ['intersection', ...types.map(readShape)];
}

function readTuple({ elements }: TupleTypeNode): Shape {
  const items: { shape: Shape; isOptional: boolean }[] = [];
  let rest: Shape | undefined;
  for (const element of elements) {
    if (isRestTypeNode(element)) {
      const list = readShape(element.type);
      rest = Array.isArray(list) && list[0] === 'array' ? (list[1] as Shape) : list;
    } else if (isOptionalTypeNode(element)) items.push({ shape: readShape(element.type), isOptional: true });
    else items.push({ shape: readShape(element), isOptional: false });
  }
  return tupleShape(items, rest);
}

function readReference({ typeName, typeArguments }: TypeReferenceNode): Shape {
  const name = typeName.getText();
  const [argument] = typeArguments ?? [];
  if (name === 'Array' && argument !== undefined) return ['array', readShape(argument)];
  return ['reference', name, ...(typeArguments ?? []).map(readShape)];
}

/** Takes away what the printer adds to the types of properties that may be absent: `Object['toString'] | undefined`. */
function withoutAbsence(shape: Shape, optional: readonly string[]): Shape {
  if (optional.length === 0 || !Array.isArray(shape) || shape[0] !== 'union' || shape.at(-1) !== 'undefined')
    return shape;
  const inherited = new Set(optional.map((name) => JSON.stringify(inheritedMember(name))));
  return unionShape((shape.slice(1, -1) as Shape[]).filter((member) => !inherited.has(JSON.stringify(member))));
}

const inheritedMember = (name: string): Shape => ['member', ['reference', 'Object'], literalShape(name)];
