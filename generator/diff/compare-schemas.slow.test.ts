import { describe, expect, it } from 'vitest';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Json } from '../json.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { pointerText } from '../schema/pointer.js';
import { changePlaces, schemaChanges, type Answer } from '../testing/schema-changes.js';
import { schemaDocument } from '../testing/schema-document.js';
import { SchemaComparer } from './compare-schemas.js';
import { quickAjv } from '../testing/quick-ajv.js';

const ajv = new Ajv2020({ ...quickAjv, ownProperties: true, validateSchema: false });
addFormats.default(ajv);

const answer = ({ breaks, open }: ReturnType<SchemaComparer['compare']>): Answer =>
  breaks.length > 0 ? 'breaks' : open.length > 0 ? 'undecided' : 'safe';

/** Whether ajv accepts a value; formats and patterns that only the client knows are not in these tables. */
const ajvAccepts = (schema: JsonSchema, value: Json): boolean => ajv.compile(schema)(value);

describe.each(changePlaces)('A change %s', (_, put) => {
  it.each(schemaChanges)('of %s', (__, a, b, writers, readers) => {
    const [before, after] = [put(a), put(b)];
    for (const [from, to, want] of [
      [before, after, writers],
      [after, before, readers],
    ] as const) {
      const found = new SchemaComparer(false).compare(schemaDocument(from), schemaDocument(to), []);
      expect({ is: answer(found), open: found.open.map(({ path }) => pointerText(path)) }).toEqual({
        is: want,
        open: [],
      });
      for (const { witness = null } of found.breaks)
        expect([ajvAccepts(from, witness), ajvAccepts(to, witness)], JSON.stringify(witness)).toEqual([true, false]);
    }
  });
});
