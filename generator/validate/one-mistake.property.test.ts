import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CatalogError, type Diagnostic } from '../diagnostics/diagnostic.js';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import type { Json, Path } from '../json.js';
import { walkSchema } from '../schema/keywords.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { valueAt } from '../schema/pointer.js';
import { sourceOf } from '../testing/catalog-texts.js';
import { definitions, likely, randomSchema } from '../testing/random-schemas.js';
import { validate } from './validate.js';

/** A message file as JSON: its payload is an object with a schema and all that it refers to. */
function messageOf(schema: JsonSchema, value: Json): Json {
  return {
    name: 'whole',
    description: 'Does it.',
    examples: [{ title: 'A', payload: { value } }],
    payload: { type: 'object', properties: { value: schema as Json }, $defs: definitions as Json },
  };
}

function problemsOf(message: Json): readonly Diagnostic[] {
  try {
    validate(sourceOf({ 'messages/whole.yaml': JSON.stringify(message) }), new Reporter(locatorOf));
    return [];
  } catch (error) {
    if (error instanceof CatalogError) return error.diagnostics;
    throw error;
  }
}

type Draft = Record<string, unknown>;

/** Makes a copy of a message and changes what stands at a path inside it. */
function changed(message: Json, path: Path, change: (owner: Draft, key: string) => void): Json {
  const copy = JSON.parse(JSON.stringify(message)) as Json;
  change(valueAt(copy, path.slice(0, -1)) as Draft, String(path.at(-1)));
  return copy;
}

/** Every message that one mistake in the payload makes of a sound one, with the name of the mistake. */
function mistakesIn(message: Json): { what: string; message: Json }[] {
  const found: { what: string; message: Json }[] = [];
  const payload = valueAt(message, ['payload']) as JsonSchema;
  walkSchema(payload, ['payload'], (schema, path) => {
    if (path.length > 1) {
      const broken = changed(message, path, (owner, key) => {
        owner[key] = 5;
      });
      found.push({ what: `${path.join('/')} is no schema`, message: broken });
    }
    // Of a shorter keyword, two letters make another word, which is ignored.
    for (const keyword of Object.keys(schema).filter((name) => name.length > 3)) {
      const misspelt = changed(message, [...path, keyword], (owner, key) => {
        owner[`${key}s`] = owner[key];
        delete owner[key];
      });
      found.push({ what: `${[...path, keyword].join('/')} is misspelt`, message: misspelt });
    }
  });
  return found;
}

/** Sound messages with an example that fits. */
const soundMessage = randomSchema
  .chain((schema) => likely(schema).map((value) => messageOf(schema, value)))
  .filter((message) => problemsOf(message).length === 0);

describe('One mistake in a sound catalog', () => {
  it('is one problem', () => {
    const mistake = soundMessage.chain((message) => fc.constantFrom(...mistakesIn(message)));
    fc.assert(
      fc.property(mistake, ({ message }) => {
        expect(problemsOf(message).map(({ rule, message: text }) => `${rule}: ${text}`)).toEqual([expect.any(String)]);
      }),
      { numRuns: 25, seed: 20_261_130 },
    );
  });
});
