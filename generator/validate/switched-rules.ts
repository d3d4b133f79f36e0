import type { Path } from '../json.js';
import type { SourceFile } from '../load/source.js';
import { pointerText } from '../schema/pointer.js';
import type { CatalogSettings } from '../catalog/catalog.js';

/** Whether `catalog.yaml` switches a lint rule off, everywhere or at a place. */
export function isSwitchedOff(
  { lint: { rules } }: CatalogSettings,
  id: string,
  place?: { readonly file: SourceFile; readonly path: Path },
): boolean {
  const { off = false, except = [] } = rules[id] ?? {};
  if (off || place === undefined) return off;
  const text = `${place.file.path}#${pointerText(place.path)}`;
  return except.some((exception) => {
    const named = exception.path.replace(/\/$/, '');
    return text.startsWith(named) && /^(?:$|[/#])/.test(text.slice(named.length));
  });
}
