import type { Path } from '../load/source.js';

/** A path as a JSON Pointer (RFC 6901). */
export function pointerText(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
