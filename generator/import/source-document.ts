import type { Sender } from '../catalog/catalog.js';
import type { Json, Path } from '../json.js';

/** A file or module that catalog files are made from, as read. */
export interface SourceDocument {
  /** How reports name it, such as a path relative to the current folder. */
  readonly label: string;
  /** Where it is: references are resolved against it. */
  readonly uri: string;
  readonly value: Json;
  /** Folders between the source and the file, for a file in a folder. */
  readonly folders: readonly string[];
}

/** A value inside a document. */
export interface Location {
  readonly document: SourceDocument;
  readonly path: Path;
}

/** A schema whose keywords are being replaced, one by one. */
export type DraftSchema = { [keyword: string]: Json };

/** Something that becomes a message. */
export interface Candidate {
  /** What it may be called, best first: texts of any kind. */
  readonly names: readonly string[];
  /** Folder below `messages/`; empty for none. */
  readonly domain: string;
  /** What the source says of it. Default: what its schema says. */
  readonly description?: string;
  /** Its payload's schema. */
  readonly schema: Location;
  /** Payloads that show its use. */
  readonly examples?: readonly Json[];
  /** The schema of the message that reports its end. */
  readonly outcome?: Location;
  /** Who writes it, where the source says so. Default: as its links and its name say. */
  readonly sentBy?: Sender;
  /** The version that deprecates it. */
  readonly deprecatedSince?: string;
}

/** Reports what is not carried over, and why. */
export type ReportLoss = (place: Location, reason: string) => void;
