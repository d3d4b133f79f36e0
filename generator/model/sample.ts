import type { Json } from '../json.js';
import type { PropertyNode, TypeNode } from './type-node.js';

/** Most values that a sample is made of; types that fan out beyond it have none that is worth showing. */
const maxValues = 1000;

/**
 * A small value of a type, for documentation of messages that come without an example. What the catalog gives as an example
 * or default of a property is taken. Conditions that a type cannot say, such as a format, it may miss.
 *
 * @param isWhole - Whether it has properties that may be absent, too.
 * @returns The value; `null` where there is none that is small and ends.
 */
export function sampleOf(type: TypeNode, resolve: (name: string) => TypeNode, isWhole = false): Json {
  let made = 0;

  /** `undefined` where the only values are endless, or too large. */
  const sample = (inner: TypeNode, open: ReadonlySet<string>): Json | undefined => {
    made += 1;
    if (made > maxValues) return undefined;
    const inside = (part: TypeNode): Json | undefined => sample(part, open);
    switch (inner.kind) {
      case 'string':
        return 'text';
      case 'number':
        return 1;
      case 'boolean':
        return true;
      case 'null':
      case 'unknown':
        return null;
      case 'never':
        return undefined;
      case 'literal':
        return inner.value;
      case 'enum':
      case 'open-enum':
        return inner.values[0];
      case 'array':
        return [];
      case 'tuple':
        return allOf(inner.items.slice(0, inner.minimum).map(inside));
      case 'object':
        return objectOf(
          inner.properties.filter(({ isOptional }) => isWhole || !isOptional),
          inside,
        );
      case 'union':
        return firstOf(inner.members, inside);
      case 'intersection':
        return mergeSamples(allOf(inner.members.map(inside)));
      case 'reference':
        return open.has(inner.name) ? undefined : sample(resolve(inner.name), new Set(open).add(inner.name));
    }
  };

  return sample(type, new Set()) ?? null;
}

function objectOf(properties: readonly PropertyNode[], sample: (type: TypeNode) => Json | undefined): Json | undefined {
  const entries: [name: string, value: Json][] = [];
  for (const { name, type, notes, isOptional } of properties) {
    const value = notes.examples[0] ?? notes.default ?? sample(type);
    if (value !== undefined) entries.push([name, value]);
    else if (!isOptional) return undefined;
  }
  return Object.fromEntries(entries);
}

function firstOf(types: readonly TypeNode[], sample: (type: TypeNode) => Json | undefined): Json | undefined {
  for (const type of types) {
    const value = sample(type);
    if (value !== undefined) return value;
  }
  return undefined;
}

function allOf(samples: readonly (Json | undefined)[]): readonly Json[] | undefined {
  const values = samples.filter((value) => value !== undefined);
  return values.length === samples.length ? values : undefined;
}

function mergeSamples(samples: readonly Json[] | undefined): Json | undefined {
  if (samples === undefined) return undefined;
  const objects = samples.filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
  return objects.length === samples.length ? (Object.assign({}, ...objects) as Json) : samples[0];
}
