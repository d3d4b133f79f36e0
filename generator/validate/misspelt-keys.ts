import { nearest } from '../text/suggest.js';
import { pointerText } from '../schema/pointer.js';
import type { SchemaProblem } from './schema-messages.js';

/** Leaves out what is missing only because its key is misspelt: the misspelt key is reported, with what was meant. */
export function withoutMisspelt<Found extends SchemaProblem>(problems: readonly Found[]): readonly Found[] {
  const meant = new Set<string>();
  for (const { keyword, path, limit } of problems) {
    if (keyword !== 'additionalProperties') continue;
    const name = nearest(String(path.at(-1)), limit as readonly string[]);
    if (name !== undefined) meant.add(pointerText([...path.slice(0, -1), name]));
  }
  return problems.filter(
    ({ keyword, path, limit }) => keyword !== 'required' || !meant.has(pointerText([...path, String(limit)])),
  );
}
