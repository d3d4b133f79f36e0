import type { Path } from '../json.js';
import type { SourceFile } from '../load/source.js';
import { pointerText } from '../schema/pointer.js';
import type { Catalog } from '../catalog/catalog.js';
import type { References } from '../schema/references.js';

/** Something in a catalog that takes too long to be analysed, so that mistakes in it may stay unfound. */
export interface Unanalysed {
  readonly file: SourceFile;
  /** Leads from the root of the file to what was not analysed. */
  readonly path: Path;
  readonly part: 'key' | 'value';
  /** What was not found out, and what to do. */
  readonly message: string;
  /** Files with more of the kind, which the message counts. */
  readonly others: readonly SourceFile[];
}

/** By the schemas of a catalog: where only some of its files are looked at again, these are the same. */
const noted = new WeakMap<References, Map<string, Unanalysed>>();

/**
 * Notes that something was not analysed. It is no error; lint warns of it, once, and the files count as not checked.
 *
 * @param catalog - The catalog, or a part of it.
 * @param places - Where it stands; nothing is noted where it stands nowhere.
 * @param noun - One of them, such as `pattern`.
 * @param message - Says what was not found out, given words for what stands there.
 */
export function noteUnanalysed(
  { references }: Catalog,
  [first, ...others]: readonly Pick<Unanalysed, 'file' | 'path' | 'part'>[],
  noun: string,
  message: (what: string) => string,
): void {
  if (first === undefined) return;
  const known = noted.get(references) ?? new Map<string, Unanalysed>();
  const rest = others.length === 1 ? 'another one' : `one of ${others.length} others`;
  const what = others.length === 0 ? `this ${noun}` : `this ${noun}, or ${rest},`;
  const found = { ...first, message: message(what), others: others.map(({ file }) => file) };
  noted.set(references, known.set(`${first.file.path}#${pointerText(first.path)} ${found.message}`, found));
}

/**
 * What could not be analysed when a catalog was validated.
 *
 * @param catalog - A catalog that was validated, or a part of one.
 */
export function unanalysed({ references }: Catalog): readonly Unanalysed[] {
  return [...(noted.get(references)?.values() ?? [])];
}
