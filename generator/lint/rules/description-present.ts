import { descriptionOf } from '../fields.js';
import type { LintRule } from '../rule.js';

/** Documentation is made of descriptions: a field without one is a row with a hole. */
export const descriptionPresent: LintRule = {
  id: 'description-present',
  sentence: 'Every shared type and every field has a description, of its own or of the type that it refers to.',
  check({ catalog, fields }, report) {
    for (const { file, name, schema } of catalog.types) {
      const message = `The shared type ${name} has no description: say what it holds.`;
      if (descriptionOf(schema) === '') report({ file, path: [] }, message);
    }
    for (const field of fields) {
      const { file, path, name, schema } = field;
      const target = catalog.references.targetOf(field);
      if (schema === false || [field, target].some((each) => each && descriptionOf(each.schema) !== '')) continue;
      const message = `${JSON.stringify(name)} has no description: say what a caller puts there or reads from it.`;
      report({ file, path }, message, { part: 'key' });
    }
  },
};
