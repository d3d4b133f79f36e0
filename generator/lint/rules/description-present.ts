import type { JsonSchema } from '../../schema/json-schema.js';
import type { LintRule } from '../rule.js';

/** Documentation is made of descriptions: a field without one is a row with a hole. */
export const descriptionPresent: LintRule = {
  id: 'description-present',
  sentence: 'Every shared type and every field has a description, of its own or of the type that it refers to.',
  check({ catalog, fields }) {
    const bareTypes = catalog.types.filter(({ schema }) => descriptionOf(schema) === '');
    const bareFields = fields.filter(({ file, schema }) => {
      if (descriptionOf(schema) !== '' || schema === false) return false;
      const reference = typeof schema === 'object' ? schema.$ref : undefined;
      return reference === undefined || descriptionOf(catalog.references.target(reference, file).schema) === '';
    });
    return [
      ...bareTypes.map(({ file, name }) => ({
        file,
        path: [],
        message: `The shared type ${name} has no description: say what it holds.`,
      })),
      ...bareFields.map(({ file, path, name }) => ({
        file,
        path,
        part: 'key' as const,
        message: `${JSON.stringify(name)} has no description: say what a caller puts there or reads from it.`,
      })),
    ];
  },
};

/** What a schema is said to be; empty where nothing is said. */
export function descriptionOf(schema: JsonSchema): string {
  return typeof schema === 'boolean' ? '' : (schema.description ?? schema.title ?? '').trim();
}
