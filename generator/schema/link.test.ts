import { describe, expect, it } from 'vitest';
import { compileValidator } from '../../templates/typescript/src/validators/runtime/compile-validator.js';
import { linkSchema } from '../testing/link-schema.js';
import { hasSuite, suiteGroups } from '../testing/test-suite.js';

const needs = "Debian's package libtest-json-schema-acceptance-perl";

describe.skipIf(!hasSuite)(`A linked schema agrees with the official test suite, which needs ${needs}:`, () => {
  it('most of its groups', () => {
    expect(suiteGroups().length).toBeGreaterThan(250);
  });

  it.each(suiteGroups())('$file: $description', ({ schema, tests }) => {
    const { accepts } = compileValidator(linkSchema(schema));
    // A catalog's formats are assertions, which the specification leaves open.
    const judged = tests.filter(({ description }) => !description.endsWith('only an annotation by default'));
    expect(judged.map(({ description, data }) => `${description}: ${accepts(data)}`)).toEqual(
      judged.map(({ description, valid }) => `${description}: ${valid}`),
    );
  });
});
