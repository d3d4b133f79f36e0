import { payload, testRule } from '../../testing/rule-tests.js';

testRule('known-dialect', [
  {
    title: 'another draft, at any depth',
    given: payload(
      '$schema: ▸http://json-schema.org/draft-07/schema#',
      'properties: { a: { $schema: ▸"https://json-schema.org/draft/2019-09/schema" } }',
    ),
    want: ['http://json-schema.org/draft-07/schema#', 'https://json-schema.org/draft/2019-09/schema'].map(
      (uri) =>
        `"${uri}" is another dialect than JSON Schema 2020-12: convert the schema (definitions become $defs, items with a list prefixItems, dependencies dependentRequired or dependentSchemas), and write https://json-schema.org/draft/2020-12/schema here, or nothing.`,
    ),
  },
  {
    title: 'nothing of 2020-12, and of the schema of type files',
    given: {
      ...payload('$schema: https://json-schema.org/draft/2020-12/schema', 'type: object'),
      'types/box.json': '{ "$schema": "../../generator/schemas/type.schema.json", "type": "object" }',
    },
    want: [],
  },
]);
