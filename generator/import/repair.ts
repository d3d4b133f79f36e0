import { Reporter, type Place } from '../diagnostics/reporter.js';
import { CatalogError } from '../diagnostics/diagnostic.js';
import type { Catalog } from '../catalog/catalog.js';
import { isJsonArray, isJsonObject, type Json, type Path } from '../json.js';
import { locatorOf } from '../load/locate.js';
import type { CatalogSource, SourceFile } from '../load/source.js';
import { validate } from '../validate/validate.js';

/** An error of the catalog, at the value that it is about. */
interface FoundError extends Place {
  readonly rule: string;
  readonly message: string;
}

/** Keeps the errors of a run with the paths of the values that they are about. */
class ErrorReporter extends Reporter {
  readonly found: FoundError[] = [];

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
 *
 * @param source - The catalog as it is without them.
 * @param added - The new files.
 * @param report - Receives each part that goes, with the reason.
 */
export function repair(
  source: CatalogSource,
  added: readonly SourceFile[],
  report: (file: SourceFile, path: Path, reason: string) => void,
): RepairedCatalog {
  let files = added;
  for (;;) {
    const { errors, catalog } = errorsOf(withFiles(source, files));
    const changes = new Map<string, Path[]>();
    for (const { file, path, rule, message } of errors) {
      const own = files.find((each) => each.absolutePath === file.absolutePath);
      if (own === undefined) continue;
      const part = removable(own, path);
      const paths = changes.get(own.path) ?? [];
      changes.set(own.path, paths);
      if (paths.some((each) => each.join('\0') === part.join('\0'))) continue;
      paths.push(part);
      report(own, part, `left out: ${message} (${rule})`);
    }
    if (changes.size === 0) return { files, catalog };
    files = files.flatMap((file) => {
      const value = [...(changes.get(file.path) ?? [])].sort(laterFirst).reduce<Json | undefined>(without, file.value);
      return value === undefined ? [] : [value === file.value ? file : { ...file, value }];
    });
  }
}

/** A catalog with files added. */
function withFiles(source: CatalogSource, files: readonly SourceFile[]): CatalogSource {
  const below = (folder: string): SourceFile[] => files.filter(({ path }) => path.startsWith(folder));
  return {
    ...source,
    messages: [...source.messages, ...below('messages/')],
    types: [...source.types, ...below('types/')],
  };
}

function errorsOf(source: CatalogSource): { errors: readonly FoundError[]; catalog: Catalog | undefined } {
  const reporter = new ErrorReporter(locatorOf);
  try {
    return { errors: [], catalog: validate(source, reporter) };
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    return { errors: reporter.found, catalog: undefined };
  }
}

/** The smallest part of a file, around the value that is wrong, without which the file still is one. */
function removable(file: SourceFile, path: Path): Path {
  const isMessage = file.path.startsWith('messages/');
  if (!isMessage) return path;
  if (path[0] === 'examples') return path.slice(0, 2);
  if (path[0] === 'outcome') return path.slice(0, 1);
  return path[0] === 'payload' && path.length > 1 ? path : [];
}

/** A value without the entry that a path leads to; nothing is left of it without itself. */
function without(value: Json | undefined, path: Path): Json | undefined {
  const [key, ...rest] = path;
  if (value === undefined || key === undefined) return undefined;
  if (isJsonArray(value)) {
    const inner = without(value[Number(key)], rest);
    return value.flatMap((each, index) => (index !== Number(key) ? [each] : inner === undefined ? [] : [inner]));
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => {
      const inner = name === String(key) ? without(each, rest) : each;
      return inner === undefined ? [] : [[name, inner]];
    }),
  );
}

/** Orders paths so that taking one out moves none that is still to go. */
function laterFirst(a: Path, b: Path): number {
  const index = a.findIndex((key, depth) => key !== b[depth]);
  if (index < 0) return b.length - a.length;
  return Number(b[index]) - Number(a[index]) || (a.length < b.length ? 1 : -1);
}
