import { Reporter, type Place } from '../diagnostics/reporter.js';
import { CatalogError } from '../diagnostics/diagnostic.js';
import type { Catalog } from '../catalog/catalog.js';
import { isJsonArray, isJsonObject, type Json, type Path } from '../json.js';
import { getOrInsert } from '../lazy.js';
import { locatorOf } from '../load/locate.js';
import type { CatalogSource, SourceFile } from '../load/source.js';
import { pointerText } from '../schema/pointer.js';
import { validate } from '../validate/validate.js';

/** Keeps the errors of a run with the paths of the values that they are about. */
class ErrorReporter extends Reporter {
  readonly found: (Place & { readonly rule: string; readonly message: string })[] = [];

  override error(rule: string, place: Place, message: string): void {
    this.found.push({ ...place, rule, message });
    super.error(rule, place, message);
  }
}

/** A catalog without what was wrong in the files that are to be added to it. */
export interface RepairedCatalog {
  readonly files: readonly SourceFile[];
  /** `undefined` where the files that were there before have an error. */
  readonly catalog: Catalog | undefined;
}

/**
 * Takes out of new files whatever makes a catalog invalid, the smallest part that will do: a keyword, a name in a list, an
 * example, or where nothing less helps the file.
 */
export function repair(
  source: CatalogSource,
  added: readonly SourceFile[],
  report: (file: SourceFile, path: Path, reason: string) => void,
): RepairedCatalog {
  let files = added;
  for (;;) {
    const reporter = new ErrorReporter(locatorOf);
    const messages = [...source.messages, ...files.filter(isMessage)];
    const types = [...source.types, ...files.filter((file) => !isMessage(file))];
    const catalog = validCatalog({ ...source, messages, types }, reporter);
    const wrong = new Map<SourceFile, Set<string>>();
    for (const { file, path, rule, message } of reporter.found) {
      const own = files.find((each) => each.absolutePath === file.absolutePath);
      if (own === undefined) continue;
      const part = removable(own, path);
      const parts = getOrInsert(wrong, own, () => new Set<string>());
      if (!parts.has(pointerText(part))) report(own, part, `left out: ${message} (${rule})`);
      parts.add(pointerText(part));
    }
    if (wrong.size === 0) return { files, catalog };
    files = files.flatMap((file) => {
      const parts = wrong.get(file);
      if (parts === undefined) return [file];
      return without(file.value, [], parts).map((value) => ({ ...file, value }));
    });
  }
}

const isMessage = ({ path }: SourceFile): boolean => path.startsWith('messages/');

function validCatalog(source: CatalogSource, reporter: Reporter): Catalog | undefined {
  try {
    return validate(source, reporter);
  } catch (error) {
    if (error instanceof CatalogError) return undefined;
    throw error;
  }
}

/** The smallest part of a file, around the value that is wrong, without which the file still is one. */
function removable(file: SourceFile, path: Path): Path {
  if (!isMessage(file)) return path;
  const [keyword = ''] = path;
  if (keyword === 'examples') return path.slice(0, 2);
  if (keyword === 'payload') return path.length > 1 ? path : [];
  return keyword === 'name' || keyword === 'description' ? [] : path.slice(0, 1);
}

/** A value without the parts that some pointers lead to, in a list: nothing is left of it without itself. */
function without(value: Json, path: Path, parts: ReadonlySet<string>): Json[] {
  if (parts.has(pointerText(path))) return [];
  if (isJsonArray(value)) return [value.flatMap((each, index) => without(each, [...path, index], parts))];
  if (!isJsonObject(value)) return [value];
  const entries = Object.entries(value).flatMap(([name, each]) =>
    without(each, [...path, name], parts).map((left): [string, Json] => [name, left]),
  );
  return [Object.fromEntries(entries)];
}
