import type { TextRange } from '../diagnostics/diagnostic.js';
import type { Json, Path } from '../json.js';

/** Something that makes a text unreadable as YAML. */
export interface YamlProblem {
  readonly range: TextRange;
  readonly message: string;
}

/** What a YAML text holds, and what is wrong with it. */
export interface ParsedYaml {
  /** `null` where there are problems. */
  readonly value: Json;
  readonly problems: readonly YamlProblem[];
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
}

/** A place in a file of a catalog. */
export interface FilePlace {
  readonly file: SourceFile;
  /** Leads from the root of the file to a value. */
  readonly path: Path;
}

/** Something in a catalog's folder that looks like a part of the catalog, and is not read. */
export interface IgnoredFile {
  readonly file: SourceFile;
  /** Why it is not read, and what to do. */
  readonly message: string;
}

/** All files of a catalog, as read, sorted by path. */
export interface CatalogSource {
  /** Absolute path of the catalog's folder. */
  readonly folder: string;
  /** The settings file, `catalog.yaml`. */
  readonly settings: SourceFile;
  /** Text of the licence that the settings name by its file. Default: they name none, or it cannot be read. */
  readonly licenseText?: string | undefined;
  readonly messages: readonly SourceFile[];
  readonly types: readonly SourceFile[];
  /** Markdown of its changelog. Default: it keeps none. */
  readonly changelog?: string;
  /** Files and folders that look like parts of it, and are not read. Default: none. */
  readonly ignored?: readonly IgnoredFile[];
  /** Digest of the messages and types with the prose that is left out here. Default: nothing is left out. */
  readonly texts?: string;
}

/** A file's name without folders and extension. */
export function fileStem({ path }: SourceFile): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}
