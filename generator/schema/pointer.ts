import { isJsonObject, type Json, type Path } from '../json.js';

/** A path as a JSON pointer (RFC 6901, section 3). */
export function pointerText(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A path as the fragment of a URI (RFC 6901, section 6). */
export function pointerFragment(path: Path): string {
  // A fragment may hold `$` as it is (RFC 3986, section 3.5), and readers know `#/$defs/x`.
  return `#${path.map((part) => `/${encodeURIComponent(pointerText([part]).slice(1)).replaceAll('%24', '$')}`).join('')}`;
}

/** The path that a JSON pointer writes down (RFC 6901, section 4). */
export function pointerPath(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value that a path leads to; `undefined` where there is none. */
export function valueAt(value: Json | undefined, path: Path): Json | undefined {
  let current: Json | undefined = value;
  for (const key of path) {
    if (Array.isArray(current)) current = (current as readonly Json[])[Number(key)];
    else if (isJsonObject(current)) current = Object.hasOwn(current, key) ? current[key] : undefined;
    else return undefined;
  }
  return current;
}
