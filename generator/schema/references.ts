import { posix } from 'node:path';
import { isJsonObject, type Path } from '../json.js';
import { getOrInsert } from '../lazy.js';
import type { FilePlace, SourceFile } from '../load/source.js';
import { pointerPath, pointerText, valueAt } from './pointer.js';
import { asSchema, type JsonSchema } from './json-schema.js';
import { anchorsIn, hasMisspeltKeyword, schemaAt } from './schema-places.js';
import { nearest } from '../text/suggest.js';

/** A schema and the place in a file where it stands. */
export interface SchemaSite extends FilePlace {
  readonly schema: JsonSchema;
}

/** What a `$ref` points at. */
export interface ReferenceTarget extends SchemaSite {
  /** Leads to it from the root of the file's schema. */
  readonly pointer: Path;
}

/** A `$ref` that points nowhere, and why. */
export interface DanglingReference {
  readonly problem: string;
  /** Whether it points at what has problems of its own: what it means is known when those are solved. Default: no. */
  readonly isFollowUp?: boolean;
  /** What to do where no other reference is near, with its leading space. Default: the problem says it. */
  readonly advice?: string;
  /** The reference that was likely meant. Default: none is near. */
  readonly meant?: string | undefined;
}

/**
 * The files of a catalog as schemas that refer to each other. A message file's schema is its payload, a type file's the
 * whole. Nothing is fetched, and only files of the catalog are known.
 */
export class References {
  readonly #files: ReadonlyMap<string, SourceFile>;
  readonly #resolved = new Map<SourceFile, Map<string, ReferenceTarget | DanglingReference>>();

  /** @param incomplete - Paths of the files that have an error: what is missing there is unknown. Default: none. */
  constructor(
    files: readonly SourceFile[],
    private readonly incomplete: ReadonlySet<string> = new Set(),
  ) {
    this.#files = new Map(files.map((file) => [file.path, file]));
  }

  /** Leads from the root of a file to its schema. */
  static schemaPath(file: SourceFile): Path {
    return file.path.startsWith('messages/') ? ['payload'] : [];
  }

  /** Paths of all files that hold schemas. */
  get paths(): readonly string[] {
    return [...this.#files.keys()];
  }

  /** Finds what a `$ref` points at (RFC 6901 for the fragment), once, however many ask. */
  resolve(reference: string, from: SourceFile): ReferenceTarget | DanglingReference {
    const ofFile = getOrInsert(this.#resolved, from, () => new Map<string, ReferenceTarget | DanglingReference>());
    return getOrInsert(ofFile, reference, () => this.#find(reference, from));
  }

  #find(reference: string, from: SourceFile): ReferenceTarget | DanglingReference {
    if (/^[a-z][a-z0-9+.-]*:|^\/\/|^\\/i.test(reference))
      return {
        problem: 'points outside the catalog, and nothing is fetched: write a relative path, or # and a pointer',
      };
    const hash = reference.indexOf('#');
    const location = decode(hash < 0 ? reference : reference.slice(0, hash));
    const fragment = decode(hash < 0 ? '' : reference.slice(hash + 1));
    if (location === undefined || fragment === undefined)
      return { problem: 'is not a valid URI reference: write a % as %25' };
    if (location.startsWith('/')) return { problem: 'must be a path relative to this file, such as ../types/x.yaml' };

    const path = location === '' ? from.path : posix.normalize(posix.join(posix.dirname(from.path), location));
    if (path.startsWith('../'))
      return { problem: 'points outside the catalog, where nothing is read: put the file into types/' };
    const file = this.#files.get(path);
    if (file === undefined)
      return {
        problem: `points at ${path}, which the catalog does not have`,
        isFollowUp: this.incomplete.has(path),
        advice: ' Correct the path, or add the file.',
      };
    const value = valueAt(file.value, References.schemaPath(file));
    const root = asSchema(value);
    const isAnchor = fragment !== '' && !fragment.startsWith('/');
    const pointer = isAnchor ? anchorsIn(root).get(fragment) : pointerPath(fragment);
    if (pointer === undefined)
      return {
        problem: `has the fragment #${fragment}: write a pointer such as #/$defs/${fragment}, or add that $anchor`,
      };
    const schema = schemaAt(root, pointer.map(String));
    const isThere = valueAt(value, pointer) !== undefined;
    const where = path === from.path ? 'this file' : path;
    if (schema === undefined)
      return {
        problem: `points at #${fragment} of ${where}, where there is no schema`,
        advice: isThere
          ? ' Only what a keyword holds is a schema: move it into $defs.'
          : ' Correct the pointer, or add the schema.',
        isFollowUp: this.incomplete.has(path) || hasMisspeltKeyword(value, pointer.map(String)),
        meant: isThere ? undefined : this.#meant(reference, hash, pointer, file),
      };
    return { file, path: [...References.schemaPath(file), ...pointer], pointer, schema };
  }

  /**
   * Like {@link resolve}, for a reference that was checked.
   *
   * @throws `Error` if it points nowhere, which is a defect of this program.
   */
  target(reference: string, from: SourceFile): ReferenceTarget {
    const target = this.resolve(reference, from);
    if ('problem' in target) throw new Error(`${from.path}: ${reference} ${target.problem}`);
    return target;
  }

  /** What the reference of a schema points at; `undefined` where it has none, or one that points nowhere. */
  targetOf({ file, schema }: Pick<SchemaSite, 'file' | 'schema'>): ReferenceTarget | undefined {
    if (typeof schema === 'boolean' || schema.$ref === undefined) return undefined;
    const target = this.resolve(schema.$ref, file);
    return 'problem' in target ? undefined : target;
  }

  /** The same reference with a last name that is there. */
  #meant(reference: string, hash: number, pointer: Path, file: SourceFile): string | undefined {
    const parent = pointer.slice(0, -1);
    const owner = valueAt(file.value, [...References.schemaPath(file), ...parent]);
    const name = isJsonObject(owner) ? nearest(String(pointer.at(-1)), Object.keys(owner)) : undefined;
    return name === undefined ? undefined : reference.slice(0, hash + 1) + pointerText([...parent, name]);
  }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
