import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  definitions,
  likely,
  randomJson,
  randomSchema,
  verdict,
} from '../../../../../generator/testing/random-schemas.js';
import type { JsonSchema } from '../../../../../generator/schema/json-schema.js';
import { linkSchema } from '../_testing/link-schema.js';
import { compileValidator } from './compile-validator.js';

const cases = fc.record({ schema: randomSchema, values: fc.gen() }).map(({ schema: root, values }) => {
  const whole: JsonSchema = typeof root === 'boolean' ? root : { ...root, $defs: definitions };
  return {
    schema: whole,
    candidates: [
      ...Array.from({ length: 6 }, () => values(likely, root)),
      ...Array.from({ length: 3 }, () => values(() => randomJson)),
    ],
  };
});

describe('A compiled validator', () => {
  it('gives the same verdict as ajv on random schemas and values', { timeout: 120_000 }, () => {
    const ajv = new Ajv2020({ strict: false, ownProperties: true, logger: false });
    addFormats.default(ajv);
    const counts = { accepted: 0, refused: 0 };
    const differences: string[] = [];
    for (const { schema, candidates } of fc.sample(cases, { numRuns: 1500, seed: 20_261_124 })) {
      const expected = ajv.compile(schema);
      const validate = compileValidator<unknown>(linkSchema(schema));
      for (const value of candidates) {
        const wanted = verdict(expected, value);
        if (wanted === undefined) continue;
        counts[wanted ? 'accepted' : 'refused'] += 1;
        const problems = validate(value);
        if ((problems.length === 0) !== wanted || validate.accepts(value) !== wanted) {
          differences.push(`${JSON.stringify(value)} is ${wanted ? 'fine' : 'wrong'} for ${JSON.stringify(schema)}`);
        }
      }
    }
    expect(differences).toEqual([]);
    expect(counts.accepted).toBeGreaterThan(2500);
    expect(counts.refused).toBeGreaterThan(2500);
  });
});
