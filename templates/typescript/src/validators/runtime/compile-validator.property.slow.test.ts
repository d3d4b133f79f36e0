import { isDeepStrictEqual } from 'node:util';
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
import { linkSchema } from '../../../../../generator/testing/link-schema.js';
import { compileValidator } from './compile-validator.js';
import { quickAjv } from '../../../../../generator/testing/quick-ajv.js';

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

/** A schema that applies inside so many others that verdicts are remembered. */
function deepInside(schema: JsonSchema): JsonSchema {
  const levels = Array.from({ length: 10 }, (_, level): [string, JsonSchema] => [
    `level${level}`,
    level === 9 ? schema : { $ref: `#/$defs/level${level + 1}` },
  ]);
  return { $ref: '#/$defs/level0', $defs: { ...definitions, ...Object.fromEntries(levels) } };
}

describe('A compiled validator', () => {
  it(
    'gives the same verdict as ajv on random schemas and values, and says the same where it remembers what it has judged',
    {
      timeout: 120_000,
    },
    () => {
      const ajv = new Ajv2020({ ...quickAjv, ownProperties: true, logger: false, multipleOfPrecision: 10 });
      addFormats.default(ajv);
      const counts = { accepted: 0, refused: 0 };
      const differences: string[] = [];
      for (const { schema, candidates } of fc.sample(cases, { numRuns: 1000, seed: 20_261_124 })) {
        const expected = ajv.compile(schema);
        const validate = compileValidator<unknown>(linkSchema(schema));
        const remembering = compileValidator<unknown>(linkSchema(deepInside(schema)));
        for (const value of candidates) {
          const problems = validate(value);
          const isSame = isDeepStrictEqual(remembering(value), problems);
          if (!isSame || remembering.accepts(value) !== (problems.length === 0))
            differences.push(`${JSON.stringify(value)} is told otherwise deep inside ${JSON.stringify(schema)}`);
          const wanted = verdict(expected, value);
          if (wanted === undefined) continue;
          counts[wanted ? 'accepted' : 'refused'] += 1;
          if ((problems.length === 0) !== wanted || validate.accepts(value) !== wanted) {
            differences.push(`${JSON.stringify(value)} is ${wanted ? 'fine' : 'wrong'} for ${JSON.stringify(schema)}`);
          }
        }
      }
      expect(differences).toEqual([]);
      expect(counts.accepted).toBeGreaterThan(1600);
      expect(counts.refused).toBeGreaterThan(1600);
    },
  );
});
