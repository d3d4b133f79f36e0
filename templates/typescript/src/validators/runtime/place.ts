/** Where a value lies in a payload. */
export interface Place {
  /** How many levels inside the payload it lies. */
  readonly level: number;
  /** Where the value that it is a part of lies. Default: it is the payload itself. */
  readonly outer?: Place;
  /** Its name or index in that value. */
  readonly key?: string | number;
  /** JSON pointer to it, once it has been asked for. */
  pointer?: string;
}

/**
 * Gives the JSON pointer (RFC 6901) to a place. Each is made of the one further out, once: problems can be many, and far
 * inside.
 *
 * @param place - The place.
 */
export function pointerTo(place: Place): string {
  const { outer, key } = place;
  return (place.pointer ??= outer
    ? `${pointerTo(outer)}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
    : '');
}
