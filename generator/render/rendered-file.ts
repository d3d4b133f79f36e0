import { contentHash } from '../content-hash.js';

/** One file of the output, in memory. */
export interface RenderedFile {
  /** Path below the output folder, with `/`; the first part names the target. */
  readonly path: string;
  /** The text; where its hash was known before, it is made when it is first asked for. */
  readonly content: string;
  /** The hash of the text. */
  readonly hash: string;
  /** Digest of all that the text is made of; `undefined` where that is not only one message or type and the settings. */
  readonly origin: string | undefined;
  /** Path of the template below the templates folder. */
  readonly template: string;
  /** Whether it was rendered; copied files were checked where they were written. */
  readonly isRendered: boolean;
}

/**
 * A file whose text is known.
 *
 * @param file - The file.
 */
export function fileOf(file: Pick<RenderedFile, 'path' | 'content' | 'template' | 'isRendered'>): RenderedFile {
  return { ...file, hash: contentHash(file.content), origin: undefined };
}
