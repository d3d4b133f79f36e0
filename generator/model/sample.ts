import type { Json } from '../load/source.js';
import type { TypeNode } from './type-node.js';

/**
 * A small value of a type, for documentation of messages that come without an example. Conditions that a type cannot say,
 * such as a format, it may miss.
 *
 * @param type - The type.
 * @param resolve - Gives the type that a name stands for.
 */
export function sampleOf(type: TypeNode, resolve: (name: string) => TypeNode): Json {
  const sample = (inner: TypeNode): Json => sampleOf(inner, resolve);
  switch (type.kind) {
    case 'string':
      return 'text';
    case 'number':
      return 1;
    case 'boolean':
      return true;
    case 'literal':
      return type.value;
    case 'enum':
    case 'open-enum':
      return type.values[0] ?? null;
    case 'array':
      return [];
    case 'tuple':
      return type.items.slice(0, type.minimum).map(sample);
    case 'object':
      return Object.fromEntries(
        type.properties
          .filter(({ isOptional }) => !isOptional)
          .map((property) => [property.name, sample(property.type)]),
      );
    case 'union':
      return sample(type.members[0] ?? { kind: 'null' });
    case 'intersection':
      return mergeSamples(type.members.map(sample));
    case 'reference':
      return sample(resolve(type.name));
    default:
      return null;
  }
}

function mergeSamples(samples: readonly Json[]): Json {
  const objects = samples.filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
  return objects.length === samples.length ? (Object.assign({}, ...objects) as Json) : (samples[0] ?? null);
}
