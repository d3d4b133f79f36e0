import type { TextRange } from '../diagnostics/diagnostic.js';
import type { Json, JsonObject } from '../json.js';
import type { CatalogFolder } from './catalog-parts.js';
import type { IgnoredFile } from './ignored-files.js';

/** Something that makes a text unreadable as YAML. */
export interface YamlProblem {
  readonly range: TextRange;
  readonly message: string;
  /** Offset of the entry that cannot be read. Default: where the range starts. */
  readonly entryAt?: number;
  /** Where anchors and aliases stand, which are told once, at the first of them. Default: the problem is of another kind. */
  readonly places?: readonly TextRange[];
  /** Whether nobody knows which mapping or list that entry belongs to, since it is indented wrong. Default: it is known. */
  readonly isMisplaced?: boolean;
}

/** What a YAML text holds, and what is wrong with it. */
export interface ParsedYaml {
  /** `null` where there are problems. */
  readonly value: Json;
  readonly problems: readonly YamlProblem[];
}

/** What can be read of a text, part of which cannot. */
export interface ReadableRest {
  /** The text with gaps in it; the rest stands where it stood. */
  readonly text: string;
  /** What it holds, with a gap in each mapping that has an entry that cannot be read, or may have had one. */
  readonly value: JsonObject;
  /**
   * Where something that is indented wrong was taken out, up to the next key of the outermost mapping: nobody knows what it
   * belonged to, nor what follows it.
   */
  readonly lost: readonly TextRange[];
}

/** One file of a catalog, as read. */
export interface SourceFile {
  /** Path inside the catalog, with `/` between its parts. */
  readonly path: string;
  /** Path on this machine. */
  readonly absolutePath: string;
  readonly text: string;
  /** What the file holds; `null` where it cannot be read. */
  readonly value: Json;
  /** What can be read of a file that is no YAML as a whole. Default: nothing, or all of it. */
  readonly rest?: ReadableRest;
}

/** All files of a catalog, as read, sorted by path. */
export interface CatalogSource {
  /** Absolute path of the catalog's folder. */
  readonly folder: string;
  /** The settings file, `catalog.yaml`. */
  readonly settings: SourceFile;
  readonly messages: readonly SourceFile[];
  readonly types: readonly SourceFile[];
  /** Folders that are links out of the catalog: what they hold is not known. Default: none. */
  readonly unread?: readonly CatalogFolder[];
  /** Files and folders that look like parts of it, and are not read. Default: none. */
  readonly ignored?: readonly IgnoredFile[];
}

/** A file's name without folders and extension. */
export function fileStem({ path }: SourceFile): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}
