import { ts } from './typescript.js';
import { literalShape, objectShape, tupleShape, unionShape, type Shape } from './shape.js';

/** The shape of a type as it stands in parsed TypeScript. Constructs that the printer never writes have a shape of their own. */
export function readShape(node: ts.TypeNode): Shape {
  if (ts.isParenthesizedTypeNode(node)) return readShape(node.type);
  if (ts.isLiteralTypeNode(node)) return readLiteral(node.literal);
  if (ts.isUnionTypeNode(node)) return unionShape(node.types.map(readShape));
  if (ts.isIntersectionTypeNode(node)) return readIntersection(node);
  if (ts.isArrayTypeNode(node)) return ['array', readShape(node.elementType)];
  if (ts.isTupleTypeNode(node)) return readTuple(node);
  if (ts.isTypeLiteralNode(node)) return readMembers(node.members);
  if (ts.isTypeReferenceNode(node)) return readReference(node);
  if (ts.isIndexedAccessTypeNode(node)) return ['member', readShape(node.objectType), readShape(node.indexType)];
  return ts.tokenToString(node.kind) ?? ['unexpected', ts.SyntaxKind[node.kind]];
}

/** The shape of an object type from its members, in an interface or a type literal. */
export function readMembers(members: ts.NodeArray<ts.TypeElement>): Shape {
  const properties: { name: string; shape: Shape; isOptional: boolean }[] = [];
  let others: Shape | undefined;
  const optional = members.flatMap(({ name, questionToken }) =>
    questionToken !== undefined && name !== undefined && !ts.isComputedPropertyName(name) ? [name.text] : [],
  );
  for (const member of members) {
    if (ts.isPropertySignature(member) && member.type !== undefined && !ts.isComputedPropertyName(member.name)) {
      const isOptional = member.questionToken !== undefined;
      const shape = readShape(member.type);
      properties.push({
        name: member.name.text,
        shape: isOptional ? withoutAbsence(shape, [member.name.text]) : shape,
        isOptional,
      });
    } else if (ts.isIndexSignatureDeclaration(member)) {
      others = withoutAbsence(readShape(member.type), optional);
    } else return ['unexpected', ts.SyntaxKind[member.kind]];
  }
  return objectShape(properties, others);
}

function readLiteral(node: ts.LiteralTypeNode['literal']): Shape {
  if (ts.isStringLiteral(node)) return literalShape(node.text);
  if (ts.isNumericLiteral(node)) return literalShape(Number(node.text));
  if (ts.isPrefixUnaryExpression(node) && ts.isNumericLiteral(node.operand))
    return literalShape(-Number(node.operand.text));
  if (node.kind === ts.SyntaxKind.TrueKeyword) return literalShape(true);
  if (node.kind === ts.SyntaxKind.FalseKeyword) return literalShape(false);
  if (node.kind === ts.SyntaxKind.NullKeyword) return literalShape(null);
  return ['unexpected', ts.SyntaxKind[node.kind]];
}

function readIntersection({ types }: ts.IntersectionTypeNode): Shape {
  const [base, empty] = types;
  const isOpen = types.length === 2 && empty !== undefined && ts.isTypeLiteralNode(empty) && empty.members.length === 0;
  if (isOpen && base !== undefined) return ['open', readShape(base)];
  return ['intersection', ...types.map(readShape)];
}

function readTuple({ elements }: ts.TupleTypeNode): Shape {
  const items: { shape: Shape; isOptional: boolean }[] = [];
  let rest: Shape | undefined;
  for (const element of elements) {
    if (ts.isRestTypeNode(element)) {
      const list = readShape(element.type);
      rest = Array.isArray(list) && list[0] === 'array' ? (list[1] as Shape) : list;
    } else if (ts.isOptionalTypeNode(element)) items.push({ shape: readShape(element.type), isOptional: true });
    else items.push({ shape: readShape(element), isOptional: false });
  }
  return tupleShape(items, rest);
}

function readReference({ typeName, typeArguments }: ts.TypeReferenceNode): Shape {
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
