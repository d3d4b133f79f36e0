import type { Path } from '../load/source.js';

/** A path as the fragment of a URI (RFC 6901, section 6). */
export function pointerFragment(path: Path): string {
  return `#${path.map((part) => `/${encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`;
}

/** The path that a JSON pointer writes down (RFC 6901, section 4). */
export function pointerPath(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
