import { indexType, type TypeNode } from '../model/type-node.js';

/**
 * A type in a form that two ways of arriving at it share, for comparison: nested lists that start with a kind, or a
 * keyword alone.
 */
export type Shape = string | number | boolean | null | readonly Shape[];

/** The shape of a type of the model. */
export function shapeOfType(type: TypeNode): Shape {
  switch (type.kind) {
    case 'literal':
      return literalShape(type.value);
    case 'enum':
      return unionShape(type.values.map(literalShape));
    case 'open-enum':
      return unionShape([...type.values.map(literalShape), ['open', type.base]]);
    case 'array':
      return ['array', shapeOfType(type.items)];
    case 'tuple':
      return tupleShape(
        type.items.map((item, index) => ({ shape: shapeOfType(item), isOptional: index >= type.minimum })),
        type.rest && shapeOfType(type.rest),
      );
    case 'object': {
      const index = indexType(type);
      if (type.otherNames !== undefined && index !== undefined)
        return ['mapped', unionShape(type.otherNames.map(literalShape)), unionShape([shapeOfType(index), 'undefined'])];
      return objectShape(
        type.properties.map(({ name, type: inner, isOptional }) => ({ name, shape: shapeOfType(inner), isOptional })),
        // A closed object without properties is printed as an index signature that admits nothing.
        index ? shapeOfType(index) : type.properties.length === 0 ? 'never' : undefined,
      );
    }
    case 'union':
      return unionShape(type.members.map(shapeOfType));
    case 'intersection':
      return ['intersection', ...type.members.map(shapeOfType)];
    case 'reference':
      return ['reference', type.name];
    default:
      return type.kind;
  }
}

/** TypeScript's interface drops the byte order mark that a text begins with; both sides are compared without any there. */
export const readableText = (text: string): string => text.replace(/^\uFEFF+/, '');

/** The shape of one value. */
export function literalShape(value: string | number | boolean | null): Shape {
  if (value === null) return 'null';
  return ['literal', typeof value === 'string' ? readableText(value) : value];
}

/** The shape of a union; nested ones are flattened. */
export function unionShape(members: readonly Shape[]): Shape {
  const flat = members.flatMap((member) =>
    Array.isArray(member) && member[0] === 'union' ? (member.slice(1) as Shape[]) : [member],
  );
  return flat.length === 1 ? (flat[0] as Shape) : ['union', ...flat];
}

/** The shape of a tuple. */
export function tupleShape(items: readonly { shape: Shape; isOptional: boolean }[], rest: Shape | undefined): Shape {
  return ['tuple', ...items.map(({ shape, isOptional }): Shape => [isOptional, shape]), ['rest', rest ?? 'none']];
}

/** The shape of an object. */
export function objectShape(
  properties: readonly { name: string; shape: Shape; isOptional: boolean }[],
  others: Shape | undefined,
): Shape {
  return [
    'object',
    ...properties.map(({ name, shape, isOptional }): Shape => [readableText(name), isOptional, shape]),
    ['others', others ?? 'none'],
  ];
}
